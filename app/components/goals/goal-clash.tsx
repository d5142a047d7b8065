import type { GoalWords } from "../../domain/goals/in-words.ts";
import { formatMoment } from "../../format.ts";
import { Notice } from "../layout/notice.tsx";
import { useLocale, useTexts } from "../texts.ts";
import { GoalSentence } from "./goal-sentence.tsx";

type GoalClashProps = { author: string | null; at: Date; words: GoalWords };

/** Somebody else saved first: what they saved stands beside what is still in the form. */
export function GoalClash({ author, at, words }: GoalClashProps) {
  const t = useTexts().goals;
  const locale = useLocale();
  return (
    <Notice kind="warn" title={t.form.clashTitle} live="alert">
      <p>{t.form.clash(author ?? t.history.nobody, formatMoment(at, locale))}</p>
      <p>{t.form.theirs}</p>
      <p>
        <strong>{words.title}</strong>
      </p>
      <GoalSentence words={words} />
    </Notice>
  );
}

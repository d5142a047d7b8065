import type { GoalWords, StepWords } from "../../domain/goals/in-words.ts";
import { formatMoment } from "../../format.ts";
import { Notice } from "../layout/notice.tsx";
import { useLocale, useTexts } from "../texts.ts";
import { GoalSentence } from "./goal-sentence.tsx";

type GoalClashProps = {
  author: string | null;
  at: Date;
  words: GoalWords;
  /** what was changed meanwhile, the latest first */
  steps: readonly StepWords[];
};

/** Somebody else saved first: what they saved stands beside what is still in the form. */
export function GoalClash({ author, at, words, steps }: GoalClashProps) {
  const t = useTexts().goals;
  const locale = useLocale();
  return (
    <Notice kind="warn" title={t.form.clashTitle} live="alert">
      <p>{t.form.clash(author ?? t.history.nobody, formatMoment(at, locale))}</p>
      <ul>
        {steps.flatMap(({ number, what, reason }) =>
          [...what, ...(reason ? [t.history.reason(reason)] : [])].map((one) => (
            <li key={`${number} ${one}`}>{one}</li>
          )),
        )}
      </ul>
      <p>{t.form.theirs}</p>
      <p>
        <strong>{words.title}</strong>
      </p>
      <GoalSentence words={words} />
    </Notice>
  );
}

import type { Question } from "survey-core";
import { questionOfPath } from "#surveys/fields/index.ts";
import { useTexts } from "../texts.ts";
import { ClashNotices } from "./clash-notice.tsx";
import { AtQuestion } from "./people-here.tsx";
import { PrivacyHint } from "./privacy-hint-box.tsx";
import { placeOf, questionAt, titleAt } from "./talk/places-here.ts";
import { QuestionFoot } from "./talk/question-foot.tsx";
import type { SurveyState } from "./use-survey.ts";

type SlotProps = { survey: SurveyState; me: string | null; question: string; root: HTMLElement; byProject: boolean };

/** What stands below a question: who is there, two versions to decide about, a hint on free text, what the team says. */
export function QuestionSlot({ survey, me, question, root, byProject }: SlotProps) {
  const clashes = survey.clashes.filter(({ path }) => questionOfPath(path) === question);
  const found = questionAt(survey.model, question);
  return (
    <>
      <AtQuestion survey={survey} me={me} question={question} />
      <ClashNotices survey={survey} me={me} clashes={clashes} />
      <UndoSettled survey={survey} question={question} />
      {found ? <PrivacyHint text={freeText(survey, found)} /> : null}
      {byProject ? <QuestionFoot question={question} root={root} last={lastEdit(survey, question)} /> : null}
    </>
  );
}

/** Everything typed freely at a question: its text, and the comment beside it. */
function freeText({ model }: SurveyState, question: Question): string {
  const isFree = ["comment", "text"].includes(question.getType());
  const value: unknown = isFree ? question.value : "";
  const comment = model?.getComment(placeOf(question)) ?? "";
  return [typeof value === "string" ? value : "", comment].filter(Boolean).join("\n");
}

function lastEdit({ saver }: SurveyState, question: string) {
  const fields = [...(saver?.replica.fields().values() ?? [])].filter(({ path }) => questionOfPath(path) === question);
  const last = fields.reduce<(typeof fields)[number] | undefined>(
    (latest, one) => (latest && latest.at >= one.at ? latest : one),
    undefined,
  );
  return last && { accountId: last.byId, name: last.by, at: last.at };
}

/** Right after a decision: what takes it back. */
function UndoSettled({ survey, question }: { survey: SurveyState; question: string }) {
  const t = useTexts().responses.fill.together;
  const undo = survey.saver?.undo;
  if (!undo || undo.question !== question) return null;
  return (
    <p className="settled" role="status">
      {t.undo}{" "}
      <button type="button" className="button button--small" onClick={undo.run}>
        {t.takeBack}
      </button>
    </p>
  );
}

/** Clashes at questions of other pages: where they are, so that none is overlooked. */
export function ClashesElsewhere({ survey }: { survey: SurveyState }) {
  const t = useTexts().responses.fill.clash;
  const { model, current } = survey;
  const names = [...new Set(survey.clashes.map(({ path }) => questionOfPath(path)))].filter(
    (name) => questionAt(model, name)?.page?.name !== current,
  );
  if (!model || names.length === 0) return null;
  return (
    <div className="notice notice--warn">
      <p>
        <strong>{t.elsewhere}</strong>
      </p>
      <ul>
        {names.map((name) => {
          const page = questionAt(model, name)?.page?.name;
          return (
            <li key={name}>
              <button type="button" className="talk-link" onClick={() => page && survey.goTo(page)}>
                {titleAt(model, name)}
              </button>
            </li>
          );
        })}
      </ul>
    </div>
  );
}

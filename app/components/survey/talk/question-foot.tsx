import { useId, useState } from "react";
import { useLocale, useTexts } from "../../texts.ts";
import { AssignForm } from "./assign-form.tsx";
import { LastAnswer } from "./last-answer.tsx";
import { shortName } from "./people.ts";
import { PersonCircle } from "./person-circle.tsx";
import { titleAt } from "./places-here.ts";
import { useTalkAround } from "./talk-context.tsx";
import { whenText } from "./when.ts";

type FootProps = {
  /** the name under which the question is answered */
  question: string;
  root: HTMLElement;
  /** who changed the answer last */
  last?: { accountId: string | null; name: string | null; at: string } | undefined;
};

/** The quiet line below a question: who answered, what was said, who is asked, whether it is settled. */
export function QuestionFoot({ question, root, last }: FootProps) {
  const t = useTexts().talk;
  const locale = useLocale();
  const id = useId();
  const around = useTalkAround();
  const [assigning, setAssigning] = useState(false);
  if (!around?.talk) return null;
  const { survey, talk, panel, open, close, send } = around;
  const title = titleAt(survey.model, question);
  const notes = talk.notes.filter((note) => note.place === question).length;
  const mark = talk.marks.find((one) => one.place === question);
  const isMine = mark?.assignee?.accountId === talk.me;
  const isWriting = panel?.kind === "notes" && panel.place === question;
  const isLookingBack = panel?.kind === "history" && panel.question === question;
  const isAnswered = survey.model?.getValue(question) !== undefined;
  const of = <span className="visually-hidden">{t.foot.of(title)}</span>;
  return (
    <div className="talk-foot-area">
      <LastAnswer question={question} root={root} />
      <div className="talk-foot">
        {last?.name ? (
          <span className="talk-foot__last">
            {last.accountId ? <PersonCircle accountId={last.accountId} name={last.name} /> : null}
            {t.foot.last(
              last.accountId === talk.me ? t.foot.you : shortName(last.name),
              whenText(last.at, locale, t.when),
            )}
          </span>
        ) : null}
        {last || isAnswered || isLookingBack ? (
          <button
            type="button"
            className="talk-link"
            aria-expanded={isLookingBack}
            onClick={() => (isLookingBack ? close() : open({ kind: "history", question }))}
          >
            {t.foot.history}
            {of}
          </button>
        ) : null}
        {talk.open || notes > 0 ? (
          <button
            type="button"
            className={notes > 0 ? "talk-link talk-link--live" : "talk-link"}
            aria-expanded={isWriting}
            onClick={() => (isWriting ? close() : open({ kind: "notes", place: question }))}
          >
            {notes > 0 ? t.foot.comments(notes) : t.foot.comment}
            {of}
          </button>
        ) : null}
        {talk.open || mark?.assignee ? (
          <button
            type="button"
            className={mark?.assignee ? "talk-link talk-link--live" : "talk-link"}
            aria-expanded={assigning}
            aria-controls={id}
            disabled={!talk.open}
            onClick={() => setAssigning((before) => !before)}
          >
            {mark?.assignee ? <PersonCircle accountId={mark.assignee.accountId} name={mark.assignee.name} /> : null}
            {mark?.assignee
              ? isMine
                ? t.foot.assignedToYou
                : t.foot.assignedTo(shortName(mark.assignee.name))
              : t.foot.assign}
            {of}
          </button>
        ) : null}
        {notes > 0 || mark ? (
          <button
            type="button"
            className="talk-toggle"
            aria-pressed={Boolean(mark?.clarified)}
            disabled={!talk.open}
            onClick={() => send({ step: "clarify", place: question, clarified: !mark?.clarified })}
          >
            {t.foot.settle}
            {of}
          </button>
        ) : null}
      </div>
      <div id={id}>
        {assigning ? <AssignForm place={question} title={title} onDone={() => setAssigning(false)} /> : null}
      </div>
    </div>
  );
}

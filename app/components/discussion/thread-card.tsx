import { Form } from "@remix-run/react";
import type { NoteLimits } from "../../domain/discussion/limits.ts";
import type { Discussion, FigureNote, Thread } from "../../domain/discussion/read-discussion.server.ts";
import { formatCount, formatList, formatMoment } from "../../format.ts";
import { CheckedForm } from "../layout/checked-form.tsx";
import { FormField } from "../layout/form-field.tsx";
import { useLocale, useReader, useTexts } from "../texts.ts";
import { useFormId } from "./form-id.ts";
import { NoteForm, type Refused, useNoteErrors } from "./note-form.tsx";

type ThreadCardProps = {
  thread: Thread;
  colleagues: Discussion["colleagues"];
  /** an id for the next answer */
  newId: string;
  limits: NoteLimits;
  refused: Refused;
};

/** A note with its answers, and what can be done with them. */
export function ThreadCard({ thread, colleagues, newId, limits, refused }: ThreadCardProps) {
  const t = useTexts().discussion;
  const locale = useLocale();
  const read = useReader();
  const { first, answers, about, resolved } = thread;
  const isRefused = refused?.step.step === "write" && refused.step.replyTo === first.noteId;
  const formId = useFormId(
    newId,
    answers.map(({ noteId }) => noteId),
    isRefused ? refused : undefined,
  );
  const title = about ? (about.label.de === about.title.de ? about.title : about.label) : null;
  return (
    <article className="card thread" aria-labelledby={`thread-${first.noteId}`}>
      <h2 className="thread__title" id={`thread-${first.noteId}`}>
        {title ? read(title) : t.whole}
      </h2>
      {about && title !== about.title ? <p className="figure__base">{read(about.title)}</p> : null}
      {[first, ...answers].map((note) => (
        <Note key={note.noteId} note={note} limits={limits} refused={refused} />
      ))}
      {resolved ? <p className="thread__settled">{t.settled(resolved.by, formatMoment(resolved.at, locale))}</p> : null}
      <div className="actions">
        <Step noteId={first.noteId} step={resolved ? "reopen" : "settle"} of={first.author}>
          {resolved ? t.reopen : t.settle}
        </Step>
      </div>
      {resolved ? null : (
        <details key={formId} open={isRefused}>
          <summary>
            {t.answer.open}
            <span className="visually-hidden">{t.of(first.author)}</span>
          </summary>
          <NoteForm
            newId={formId}
            limits={limits}
            colleagues={colleagues}
            replyTo={first.noteId}
            refused={isRefused ? refused : undefined}
          />
        </details>
      )}
    </article>
  );
}

function Note({ note, limits, refused }: { note: FigureNote; limits: NoteLimits; refused: Refused }) {
  const t = useTexts().discussion;
  const locale = useLocale();
  const { noteId, author, at, text, isOwn, isWithdrawn, mentions, earlier } = note;
  const typed = refused?.step.step === "change" && refused.step.noteId === noteId ? refused.step : undefined;
  const errors = useNoteErrors(typed ? refused : undefined);
  return (
    <div className="thread__note" id={`notiz-${noteId}`}>
      <p className="figure__base">
        {t.byline(author, formatMoment(at, locale))}
        {earlier.length > 0 ? ` · ${t.changed}` : ""}
      </p>
      {isWithdrawn ? <p className="muted">{t.withdrawn}</p> : <p className="thread__text">{text}</p>}
      {mentions.length > 0 ? (
        <p className="figure__base">
          {t.mentions(
            formatList(
              mentions.map((name) => `@${name}`),
              locale,
            ),
          )}
        </p>
      ) : null}
      {earlier.length > 0 ? (
        <details>
          <summary>
            {t.earlier}
            <span className="visually-hidden">{t.of(author)}</span>
          </summary>
          {earlier.map((one) => (
            <div key={one.text}>
              <p className="figure__base">{t.before(formatMoment(one.until, locale))}</p>
              <p className="thread__text">{one.text}</p>
            </div>
          ))}
        </details>
      ) : null}
      {isOwn && !isWithdrawn ? (
        <details key={text} open={typed !== undefined}>
          <summary>
            {t.change.open}
            <span className="visually-hidden">{t.of(author)}</span>
          </summary>
          <CheckedForm errors={errors}>
            <input type="hidden" name="step" value="change" />
            <input type="hidden" name="noteId" value={noteId} />
            <FormField
              name="text"
              label={t.change.text}
              hint={t.change.hint(formatCount(limits.text, locale))}
              control="textarea"
              textarea={{ rows: 4, defaultValue: typed?.text ?? text }}
            />
            <div className="actions">
              <button type="submit" className="button">
                {t.change.send}
              </button>
            </div>
          </CheckedForm>
          <details className="thread__take-back">
            <summary>
              {t.takeBack.open}
              <span className="visually-hidden">{t.of(author)}</span>
            </summary>
            <p>{t.takeBack.text}</p>
            <Step noteId={noteId} step="take-back" of={author}>
              {t.takeBack.confirm}
            </Step>
          </details>
        </details>
      ) : null}
    </div>
  );
}

type StepProps = { noteId: string; step: "take-back" | "settle" | "reopen"; of: string; children: string };

function Step({ noteId, step, of, children }: StepProps) {
  const t = useTexts().discussion;
  return (
    <Form method="post">
      <input type="hidden" name="noteId" value={noteId} />
      <button type="submit" name="step" value={step} className="button button--small">
        {children}
        <span className="visually-hidden">{t.of(of)}</span>
      </button>
    </Form>
  );
}

import { useLocale, useTexts } from "../../texts.ts";
import { NoteCard } from "./note-card.tsx";
import { NoteForm } from "./note-form.tsx";
import { shortName } from "./people.ts";
import { pageAt, pagePlace, questionAt, titleAt } from "./places-here.ts";
import { useTalkHere } from "./talk-context.tsx";
import { whenText } from "./when.ts";

/** "Zu dieser Seite": what the team said at the questions of this page, in the order of the page. */
export function PageTalk() {
  const t = useTexts().talk;
  const { survey, talk, failed, panel, open } = useTalkHere();
  const { model, current } = survey;
  const page = pagePlace(current);
  const writing = panel?.kind === "notes" ? panel.place : null;
  if (failed) return <p className="quiet">{t.side.unavailable}</p>;
  if (!talk) return null;
  const spoken = new Set([...talk.notes, ...talk.marks].map(({ place }) => place));
  if (writing) spoken.add(writing);
  const places = [...spoken].filter((place) => pageAt(model, place) === current).sort(inOrder(survey));
  return (
    <>
      {places.length === 0 ? <p className="quiet page-talk__empty">{t.side.empty}</p> : null}
      {places.map((place) => (
        <Thread key={place} place={place} writing={writing === place} />
      ))}
      {talk.open && writing !== page ? (
        <button type="button" className="button page-talk__write" onClick={() => open({ kind: "notes", place: page })}>
          {t.side.write}
          <span className="visually-hidden">{t.foot.of(titleAt(model, page))}</span>
        </button>
      ) : null}
      {talk.open || places.length === 0 ? null : <p className="quiet">{t.note.closed}</p>}
    </>
  );
}

function inOrder({ model }: { model: ReturnType<typeof useTalkHere>["survey"]["model"] }) {
  const rank = (place: string) => {
    const question = questionAt(model, place);
    // What is said of the page itself stands last, next to the button that adds to it.
    return question ? (model?.getAllQuestions().indexOf(question) ?? 0) : Number.POSITIVE_INFINITY;
  };
  return (a: string, b: string) => (rank(a) === rank(b) ? 0 : rank(a) - rank(b));
}

function Thread({ place, writing }: { place: string; writing: boolean }) {
  const t = useTexts().talk;
  const locale = useLocale();
  const { survey, talk, panel, open, close } = useTalkHere();
  if (!talk) return null;
  const notes = talk.notes.filter((note) => note.place === place);
  const mark = talk.marks.find((one) => one.place === place);
  const question = questionAt(survey.model, place);
  const title = question ? titleAt(survey.model, place) : t.side.whole;
  const cards = (
    <ul className="plain-list thread__notes">
      {notes.map((note) => (
        <NoteCard key={note.noteId} note={note} />
      ))}
    </ul>
  );
  const settled = mark?.clarified;
  const kind = panel?.kind === "notes" ? (panel.note ?? "comment") : "comment";
  return (
    <section className="thread" aria-label={title}>
      {question ? (
        <h3 className="thread__title">
          <button type="button" className="talk-link" onClick={() => question.focus()}>
            {title}
          </button>
        </h3>
      ) : (
        <h3 className="thread__title">{title}</h3>
      )}
      {settled && notes.length > 0 && !writing ? (
        <details>
          <summary>{t.foot.comments(notes.length)}</summary>
          {cards}
        </details>
      ) : (
        cards
      )}
      {mark?.assignee ? (
        <p className="thread__mark">
          {mark.assignee.accountId === talk.me
            ? t.foot.assignedToYou
            : t.foot.assignedTo(shortName(mark.assignee.name))}
        </p>
      ) : null}
      {settled ? (
        <p className="thread__mark thread__mark--settled">
          {t.side.settledBy(settled.by && shortName(settled.by), whenText(settled.at, locale, t.when))}
        </p>
      ) : null}
      {writing ? <NoteForm place={place} kind={kind} onDone={close} /> : null}
      {!writing && talk.open && notes.length > 0 && question && !settled ? (
        <button type="button" className="talk-link" onClick={() => open({ kind: "notes", place })}>
          {t.side.reply}
          <span className="visually-hidden">{t.foot.of(title)}</span>
        </button>
      ) : null}
    </section>
  );
}

import type { Note } from "../../../domain/talk/read-talk.server.ts";
import { useLocale, useTexts } from "../../texts.ts";
import { shortName } from "./people.ts";
import { PersonCircle } from "./person-circle.tsx";
import { useTalkHere } from "./talk-context.tsx";
import { whenText } from "./when.ts";

/** What somebody wrote; one's own note can be taken back. */
export function NoteCard({ note }: { note: Note }) {
  const t = useTexts().talk;
  const locale = useLocale();
  const { talk, send } = useTalkHere();
  const isMine = note.byId === talk?.me;
  return (
    <li className="note">
      <p className="note__head">
        <PersonCircle accountId={note.byId} name={note.by} />
        <strong>{shortName(note.by)}</strong>{" "}
        <time className="quiet" dateTime={note.at}>
          {whenText(note.at, locale, t.when)}
        </time>
      </p>
      <p className="note__text">
        {note.kind === "reason" ? <em>{t.note.reason} </em> : null}
        {note.text}
      </p>
      {isMine && talk?.open ? (
        <button
          type="button"
          className="talk-link note__back"
          onClick={() => send({ step: "withdraw", noteId: note.noteId })}
        >
          {t.note.withdraw}
          <span className="visually-hidden">{t.note.withdrawOf(note.text.slice(0, 60))}</span>
        </button>
      ) : null}
    </li>
  );
}

import { Link } from "@remix-run/react";
import { useContext } from "react";
import { formatCount } from "../../format.ts";
import { paths } from "../../paths.ts";
import { useLocale, useTexts } from "../texts.ts";
import { NotesContext } from "./notes-context.ts";

/** Where a new note is written. */
export const NEW_NOTE_ID = "neue-anmerkung";

type NotesLinkProps = {
  releaseId: string;
  /** keys of the items that the figure shows; none: the release as a whole, and every note on it */
  items: readonly string[];
  /** all of them are this question's */
  question?: string | undefined;
  /** the figure, for those who hear the link alone */
  about: string;
  /** only how many notes are open, where a way to write one stands elsewhere */
  onlyOpen?: boolean;
};

/** From a figure to the open notes on it, and to where one is written. Nothing where the page says nothing of notes. */
export function NotesLink({ releaseId, items, question, about, onlyOpen = false }: NotesLinkProps) {
  const t = useTexts().discussion;
  const locale = useLocale();
  const notes = useContext(NotesContext);
  if (!notes) return null;
  const open = notes.open
    .filter((one) => one.releaseId === releaseId && (items.length === 0 || items.includes(one.item ?? "")))
    .reduce((sum, { openNotes }) => sum + openNotes, 0);
  const mayWrite = notes.mayWrite && !onlyOpen;
  if (open === 0 && !mayWrite) return null;
  const keys = question && items.length > 1 ? [question] : items;
  const aboutThis = <span className="visually-hidden">{t.aboutThis(about)}</span>;
  return (
    <span className="notes-link no-print">
      {open > 0 ? (
        <Link to={paths.notes(releaseId, ...keys)}>
          {t.open(open, formatCount(open, locale))}
          {aboutThis}
        </Link>
      ) : null}
      {mayWrite ? (
        <Link to={`${paths.newNote(releaseId, ...keys)}#${NEW_NOTE_ID}`}>
          {t.note}
          {aboutThis}
        </Link>
      ) : null}
    </span>
  );
}

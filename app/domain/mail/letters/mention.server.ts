import { findFigureNote } from "#db/queries/figure-notes.server.ts";
import { findReachable, listParts } from "#db/queries/letters.server.ts";
import { textsOf } from "../../../locales/index.ts";
import { paths } from "../../../paths.ts";
import { may } from "../../roles.ts";
import { fixedLetter } from "../fixed-letter.ts";
import type { LetterKind } from "./kind.ts";

/**
 * Says that a note speaks to somebody: neither who wrote it nor what it says nor what it is about. Dropped when the note was taken
 * back, and when the person may read no notes any more.
 */
export const mention: LetterKind = {
  repeatable: false,
  async prepare(db, desk, mail) {
    const accountId = mail.account_id;
    const note = await findFigureNote(db, mail.subject_ids.noteId ?? "");
    if (!accountId || !note || note.withdrawn_at) return undefined;
    if (!may(await listParts(db, accountId), "note.read")) return undefined;
    const person = await findReachable(db, accountId);
    if (!person) return undefined;
    const t = textsOf(person.locale).mail.mention;
    const url = `${desk.origin}${paths.notes(note.release_id)}#notiz-${note.note_id}`;
    return {
      to: person.address,
      write: async () => ({
        letter: fixedLetter(person.locale, t.subject, [
          { kind: "text", text: t.intro },
          { kind: "link", label: t.link, url },
          { kind: "text", text: t.answer },
        ]),
      }),
    };
  },
};

import type { Db } from "#db/client.server.ts";
import * as queries from "#db/queries/figure-notes.server.ts";
import type { Text } from "#surveys/model.ts";
import type { ReleaseBlock } from "../report/blocks.ts";
import { type Report, readReport } from "../report/read-report.server.ts";
import { rolesWith } from "../roles.ts";
import type { Viewer } from "../viewer.ts";

/** A note as it is read. Of one that was taken back only that it was there. */
export type FigureNote = {
  noteId: string;
  author: string;
  at: Date;
  text: string;
  isOwn: boolean;
  isWithdrawn: boolean;
  /** whom it speaks to */
  mentions: string[];
  /** what it said before it was changed, the oldest first */
  earlier: { text: string; until: Date }[];
};

/** A note with the answers to it, and since when its matter is settled. */
export type Thread = {
  first: FigureNote;
  answers: FigureNote[];
  /** what it is about; null: the release as a whole */
  about: { item: string; label: Text; title: Text } | null;
  resolved: { at: Date; by: string } | null;
  /** it waits to be settled: what was taken back altogether does not */
  isOpen: boolean;
};

export type Discussion = Pick<Report, "release" | "newer"> & {
  /** those that are open first, the oldest first */
  threads: Thread[];
  /** the items by which the threads were chosen; none: all threads */
  chosen: string[];
  /** the first of the chosen names a question with all its items, or one item; null where there is more than that */
  filter: string | null;
  /** what can be noted on, by question: where somebody came from a figure, only what that shows */
  items: ItemChoice[];
  /** what was noted on */
  noted: ItemChoice[];
  colleagues: { accountId: string; name: string }[];
};

type ItemChoice = { question: string; title: Text; items: { key: string; label: Text }[] };

/** Keys of items, or of questions for all their items. */
type Chosen = {
  releaseId: string;
  /** only threads on these are read */
  about: readonly string[];
  /** a new note can be on these; as `about` where there is none */
  noteOn: readonly string[];
};

/** The notes on a release, or those on some of its items; keys that it does not hold are left out. Throws not-found. */
export async function readDiscussion(db: Db, report: Db, viewer: Viewer, at: Chosen): Promise<Discussion> {
  const { release, newer, blocks } = await readReport(report, at.releaseId, null);
  const [notes, earlier, mentions, people] = await Promise.all([
    queries.listFigureNotes(db, release.releaseId),
    queries.listEarlierTexts(db, release.releaseId),
    queries.listMentions(db, release.releaseId),
    queries.listColleagues(db, rolesWith("note.read")),
  ]);
  const [textsOf, mentionsOf] = [
    Map.groupBy(earlier, (row) => row.note_id),
    Map.groupBy(mentions, (row) => row.note_id),
  ];
  const noteOf = (row: (typeof notes)[number]): FigureNote => ({
    ...{ noteId: row.note_id, author: row.author, at: row.at, text: row.text },
    isOwn: row.author_id === viewer.accountId,
    isWithdrawn: row.withdrawn_at !== null,
    mentions: row.withdrawn_at ? [] : (mentionsOf.get(row.note_id) ?? []).map(({ name }) => name),
    earlier: (textsOf.get(row.note_id) ?? []).map(({ text, until }) => ({ text, until })),
  });
  const answers = Map.groupBy(notes, (row) => row.reply_to);
  const all = blocks.flatMap(({ items }) => items);
  const known = new Map(all.map((item) => [item.key, item]));
  const among = (keys: readonly string[]) =>
    all.filter((item) => keys.includes(item.key) || keys.includes(item.question)).map(({ key }) => key);
  const chosen = among(at.about);
  const noteOn = at.noteOn.length > 0 ? among(at.noteOn) : chosen;
  const threads = (answers.get(null) ?? [])
    .filter((row) => chosen.length === 0 || chosen.includes(row.item ?? ""))
    .map((row): Thread => {
      const item = row.item === null ? undefined : known.get(row.item);
      const own = [row, ...(answers.get(row.note_id) ?? [])];
      return {
        first: noteOf(row),
        answers: own.slice(1).map(noteOf),
        about: item ? { item: item.key, label: item.label, title: item.title } : null,
        resolved: row.resolved_at ? { at: row.resolved_at, by: row.resolved_by ?? "" } : null,
        isOpen: row.resolved_at === null && own.some((note) => note.withdrawn_at === null),
      };
    });
  return {
    ...{ release, newer, chosen },
    filter: chosen.length > 0 && at.about.length === 1 ? (at.about[0] ?? null) : null,
    threads: threads.toSorted((a, b) => Number(b.isOpen) - Number(a.isOpen)),
    items: choicesIn(blocks, noteOn.length > 0 ? new Set(noteOn) : undefined),
    noted: choicesIn(blocks, new Set([...notes.flatMap(({ item }) => item ?? []), ...chosen])),
    colleagues: people
      .filter((one) => one.account_id !== viewer.accountId)
      .map(({ account_id: accountId, name }) => ({ accountId, name })),
  };
}

function choicesIn(blocks: readonly ReleaseBlock[], among?: ReadonlySet<string>): ItemChoice[] {
  return blocks
    .map(({ question, title, items }) => ({
      question,
      title,
      items: items.flatMap(({ key, label }) => (!among || among.has(key) ? { key, label } : [])),
    }))
    .filter(({ items }) => items.length > 0);
}

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
};

export type Discussion = Pick<Report, "release" | "newer"> & {
  /** those that are open first, the oldest first */
  threads: Thread[];
  /** the item by which the threads were chosen */
  chosen: string | null;
  /** what can be noted on, by question */
  items: ItemChoice[];
  /** what was noted on */
  noted: ItemChoice[];
  colleagues: { accountId: string; name: string }[];
};

type ItemChoice = { question: Text; items: { key: string; label: Text }[] };

/** The notes on a release, or those on one of its items. Throws not-found. */
export async function readDiscussion(
  db: Db,
  report: Db,
  viewer: Viewer,
  at: { releaseId: string; item: string | null },
): Promise<Discussion> {
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
  const known = new Map(blocks.flatMap(({ items }) => items.map((item) => [item.key, item] as const)));
  const chosen = at.item !== null && known.has(at.item) ? at.item : null;
  const threads = (answers.get(null) ?? [])
    .filter((row) => chosen === null || row.item === chosen)
    .map((row): Thread => {
      const item = row.item === null ? undefined : known.get(row.item);
      return {
        first: noteOf(row),
        answers: (answers.get(row.note_id) ?? []).map(noteOf),
        about: item ? { item: item.key, label: item.label, title: item.title } : null,
        resolved: row.resolved_at ? { at: row.resolved_at, by: row.resolved_by ?? "" } : null,
      };
    });
  return {
    ...{ release, newer, chosen },
    threads: threads.toSorted((a, b) => Number(a.resolved !== null) - Number(b.resolved !== null)),
    items: choicesIn(blocks),
    noted: choicesIn(blocks, new Set([...notes.flatMap(({ item }) => item ?? []), ...(chosen ? [chosen] : [])])),
    colleagues: people
      .filter((one) => one.account_id !== viewer.accountId)
      .map(({ account_id: accountId, name }) => ({ accountId, name })),
  };
}

function choicesIn(blocks: readonly ReleaseBlock[], among?: ReadonlySet<string>): ItemChoice[] {
  return blocks
    .map(({ title, items }) => ({
      question: title,
      items: items.flatMap(({ key, label }) => (!among || among.has(key) ? { key, label } : [])),
    }))
    .filter(({ items }) => items.length > 0);
}

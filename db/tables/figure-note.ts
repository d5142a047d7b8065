import type { Generated } from "kysely";

/** A note of the consortium on a figure of a release, or an answer to one. */
export type FigureNoteTable = {
  note_id: string;
  release_id: string;
  /** null: about the release as a whole */
  item: string | null;
  /** the first note of the thread; null for that one itself */
  reply_to: string | null;
  author_id: string;
  at: Date;
  /** empty once it was taken back */
  text: string;
  revision: Generated<number>;
  withdrawn_at: Date | null;
  /** of the first note of a thread: since when the matter is settled, and who said so */
  resolved_at: Date | null;
  resolved_by: string | null;
};

/** What a note said before it was changed; gone when it is taken back. */
export type FigureNoteTextTable = { note_id: string; revision: number; text: string; until: Date };

export type FigureNoteMentionTable = { note_id: string; account_id: string };

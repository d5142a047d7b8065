import type { Db } from "#db/client.server.ts";
import { countOpenThreads } from "#db/queries/figure-notes.server.ts";
import { maySomewhere, type Viewer } from "../viewer.ts";

/** How many notes wait to be settled, by release and item; null stands for the release as a whole. */
export type OpenNotes = {
  mayWrite: boolean;
  open: { releaseId: string; item: string | null; openNotes: number }[];
};

/** What stands beside the figures of these releases; null for somebody who may read no notes. */
export async function readOpenNotes(db: Db, viewer: Viewer, ...releaseIds: string[]): Promise<OpenNotes | null> {
  if (!maySomewhere(viewer, "note.read")) return null;
  const rows = releaseIds.length > 0 ? await countOpenThreads(db, [...new Set(releaseIds)]) : [];
  return {
    mayWrite: maySomewhere(viewer, "note.write"),
    open: rows.map(({ release_id: releaseId, item, open }) => ({ releaseId, item, openNotes: open })),
  };
}

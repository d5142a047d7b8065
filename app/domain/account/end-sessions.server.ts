import { type Db, transact } from "#db/client.server.ts";
import { insertAudit } from "#db/queries/audit.server.ts";
import { deleteOtherSessions, deleteOwnSession } from "#db/queries/sessions.server.ts";
import { Problem } from "../problem.ts";
import type { Viewer } from "../viewer.ts";

/** Ends one of one's own sessions. Throws not-found for any other. */
export async function endOwnSession(db: Db, viewer: Viewer, sessionId: string): Promise<void> {
  await transact(db, async (tx) => {
    if (!(await deleteOwnSession(tx, viewer.accountId, sessionId))) throw new Problem("not-found");
    const { accountId: actorId } = viewer;
    await insertAudit(tx, { actorId, verb: "session.end", object: "session", objectId: sessionId });
  });
}

/** Ends all of one's own sessions but this one; gives back how many. */
export async function endOtherSessions(db: Db, viewer: Viewer, keptSession: Buffer): Promise<number> {
  return transact(db, async (tx) => {
    const sessions = await deleteOtherSessions(tx, viewer.accountId, keptSession);
    const { accountId: actorId } = viewer;
    const event = { actorId, verb: "session.end-others", object: "account", objectId: actorId, detail: { sessions } };
    if (sessions > 0) await insertAudit(tx, event);
    return sessions;
  });
}

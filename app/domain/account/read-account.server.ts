import type { Db } from "#db/client.server.ts";
import { getAccount, listPartsInWords } from "#db/queries/accounts.server.ts";
import { findOpenChange } from "#db/queries/address-changes.server.ts";
import { listSessions } from "#db/queries/sessions.server.ts";
import type { Viewer } from "../viewer.ts";

/** Which session asks, and how long sessions live. */
export type Sessions = { currentHash: Buffer; idleHours: number; lifetimeDays: number };

/** Everything that the account page shows to its owner. */
export async function readAccount(db: Db, viewer: Viewer, { currentHash, ...lifetime }: Sessions) {
  const [account, parts, change, sessions] = await Promise.all([
    getAccount(db, viewer.accountId),
    listPartsInWords(db, viewer.accountId),
    findOpenChange(db, viewer.accountId),
    listSessions(db, viewer.accountId, currentHash, lifetime),
  ]);
  return {
    name: account.name,
    address: account.address,
    locale: account.locale,
    bounced: account.bounced_at !== null,
    parts: parts.map(({ role, project_id, project, organisation }) => ({
      role,
      projectId: project_id,
      project,
      organisation,
    })),
    newAddress: change && { address: change.address, until: change.expires_at },
    sessions: sessions.map((one) => ({
      sessionId: one.session_id,
      begunAt: one.created_at,
      usedAt: one.seen_at,
      current: one.current,
    })),
  };
}

export type AccountPage = Awaited<ReturnType<typeof readAccount>>;

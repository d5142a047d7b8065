import { randomUUID } from "node:crypto";
import { type Db, transact } from "#db/client.server.ts";
import { findAccountByAddress, insertAccount, insertMembership } from "#db/queries/accounts.server.ts";
import { insertAudit } from "#db/queries/audit.server.ts";

/** Roles without a project: the only ones an operator gives at the command line. */
export const CONSORTIUM_ROLES = ["coordination", "steering", "analyst"] as const;
export type ConsortiumRole = (typeof CONSORTIUM_ROLES)[number];

export type Created = { accountId: string; account: "made" | "known" | "closed"; role: "given" | "held" };

/**
 * Makes an account with a role in the consortium, or gives the role to the account that the address already has. A
 * closed account stays closed and gets nothing.
 */
export async function createAccount(
  db: Db,
  wanted: { address: string; name: string; role: ConsortiumRole; locale: "de" | "en" },
): Promise<Created> {
  return transact(db, async (tx) => {
    const fresh = randomUUID();
    const made = await insertAccount(tx, { ...wanted, accountId: fresh });
    const known = made ? undefined : await findAccountByAddress(tx, wanted.address);
    const accountId = known?.account_id ?? fresh;
    if (known?.disabled_at) return { accountId, account: "closed", role: "held" } as const;
    const given = await insertMembership(tx, { accountId, role: wanted.role, projectId: null });
    // Nobody is signed in at a command line, so the actor is unknown.
    const event = { actorId: null, object: "account", objectId: accountId };
    if (made) await insertAudit(tx, { ...event, verb: "account.create" });
    if (given) await insertAudit(tx, { ...event, verb: "role.grant", detail: { role: wanted.role } });
    return { accountId, account: made ? "made" : "known", role: given ? "given" : "held" } as const;
  });
}

import { type Db, transact } from "#db/client.server.ts";
import { updateAccount } from "#db/queries/accounts.server.ts";
import { insertAudit } from "#db/queries/audit.server.ts";
import type { Locale } from "../../locales/index.ts";
import { cleanName, NAME_CHARS } from "../members/names.ts";
import type { Viewer } from "../viewer.ts";

/** A person's name as it is kept, or undefined when there is none or it is too long. */
export function readName(typed: string): string | undefined {
  const name = cleanName(typed);
  return name.length > 0 && name.length <= NAME_CHARS ? name : undefined;
}

/** Changes one's own name and language. What stays the same leaves no trace. */
export async function changeAccount(db: Db, viewer: Viewer, wanted: { name: string; locale: Locale }): Promise<void> {
  const changed = (["name", "locale"] as const).filter((field) => viewer[field] !== wanted[field]);
  if (changed.length === 0) return;
  const { accountId } = viewer;
  await transact(db, async (tx) => {
    await updateAccount(tx, accountId, wanted);
    const detail = { fields: changed.join(" ") };
    await insertAudit(tx, { actorId: accountId, verb: "account.edit", object: "account", objectId: accountId, detail });
  });
}

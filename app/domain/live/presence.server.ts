import { type Db, transact } from "#db/client.server.ts";
import { announce, deletePresence, writePresence } from "#db/queries/live.server.ts";
import type { Respondent } from "../responses/access.server.ts";

type Sign = { client: string; place: string | null; gone: boolean };

/** Notes who has the questionnaire open and where; others are told where that is news. */
export async function markPresent(
  db: Db,
  respondent: Pick<Respondent, "accountId">,
  invitationId: string,
  { client, place, gone }: Sign,
): Promise<void> {
  await transact(db, async (tx) => {
    const who = {
      invitationId,
      clientId: client,
      accountId: respondent.accountId,
      place: place?.replaceAll("\0", "") ?? null,
    };
    if (gone) await deletePresence(tx, invitationId, client);
    const isNews = gone || (await writePresence(tx, who));
    if (isNews) await announce(tx, invitationId, "people");
  });
}

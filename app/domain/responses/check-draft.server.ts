import type { Db } from "#db/client.server.ts";
import type { InvitationRow } from "#db/queries/invitations.server.ts";
import type { Checked } from "#surveys/answers.ts";
import type { CheckingPool } from "#surveys/checking-pool.ts";
import type { Locale } from "../../locales/index.ts";
import { Problem } from "../problem.ts";
import type { Instrument } from "./instrument.server.ts";
import { type Draft, readDraft } from "./read-response.server.ts";

/** The answers as they stand, checked as if they were submitted now. Off the event loop: it builds a survey model. */
export async function checkDraft(
  db: Db,
  checking: CheckingPool,
  invitation: InvitationRow,
  instrument: Instrument,
  locale: Locale,
): Promise<{ draft: Draft; checked: Checked }> {
  const draft = await readDraft(db, invitation);
  const checked = await checking.check({ key: instrument.checksum, json: instrument.json }, draft.answers, {
    complete: true,
    locale,
  });
  // The check itself failed (time, memory): that is our fault, not that of the answers.
  if (checked.problems.some((problem) => problem.code.startsWith("check-"))) {
    throw new Problem("unavailable", { retryAfter: 5 });
  }
  return { draft, checked };
}

import type { Db } from "#db/client.server.ts";
import { findReleasable } from "#db/queries/rounds.server.ts";
import type { Text } from "#surveys/model.ts";
import { Problem } from "../problem.ts";
import { type CorrectionOutlook, readCorrectionOutlook } from "./outlook.server.ts";

/** A released round and what a correction of its release would be about. Throws not-found (also for anonymous rounds) and round-not-released. */
export async function readCorrection(
  db: Db,
  roundId: string,
): Promise<{ round: { round_id: string; title: Text; wave: string }; outlook: CorrectionOutlook }> {
  const round = await findReleasable(db, roundId);
  if (!round || round.state === "draft" || round.privacy === "anonymous") throw new Problem("not-found");
  const outlook = round.state === "released" ? await readCorrectionOutlook(db, { round_id: roundId, ...round }) : null;
  if (!outlook) throw new Problem("round-not-released");
  const { title, wave } = round;
  return { round: { round_id: roundId, title, wave }, outlook };
}

import type { Db } from "#db/client.server.ts";
import { insertAudit } from "#db/queries/audit.server.ts";
import { listLeadsOfRound, listReturns } from "#db/queries/desk.server.ts";
import { findRound } from "#db/queries/rounds.server.ts";
import { formatDate } from "../../../format.ts";
import { textsOf } from "../../../locales/index.ts";
import { BYTE_ORDER_MARK, type CsvCell, csvRecords } from "../../export/csv.ts";
import { slugOf } from "../../export/file-name.ts";
import { Problem } from "../../problem.ts";
import { type Participant, participantOf } from "./returns.ts";
import { readThisWeek } from "./this-week.server.ts";

type Asking = { roundId: string; actorId: string; now: Date };

/**
 * Whom to ring up: everybody who has neither submitted nor declined, with the people who lead the project, for German
 * Excel. Who took the file is noted. Throws not-found for unknown rounds, drafts and anonymous rounds.
 */
export async function writeCallList(
  db: Db,
  { roundId, actorId, now }: Asking,
): Promise<{ name: string; text: string }> {
  const round = await findRound(db, roundId);
  if (!round || round.state === "draft" || round.privacy === "anonymous") throw new Problem("not-found");
  const [rows, leads, weeks] = await Promise.all([
    listReturns(db, roundId),
    listLeadsOfRound(db, roundId),
    readThisWeek(db, roundId, now),
  ]);
  const t = textsOf("de");
  const records = rows
    .filter((row) => row.kind !== "open")
    .map((row) => ({ row, one: participantOf(row, weeks.get(row.invitation_id)) }))
    .filter(({ one }) => one.state !== "submitted" && one.state !== "declined")
    .map(({ row, one }): CsvCell[] => {
      const people = leads.filter((lead) => lead.invitation_id === row.invitation_id);
      return [
        row.project,
        row.organisation,
        one.land ? (t.attributes.codes.land?.[one.land] ?? one.land) : null,
        people.length > 0 ? people.map((lead) => lead.name).join(", ") : row.name,
        people.length > 0 ? people.map((lead) => lead.address).join(", ") : row.address,
        stateText(one),
        dayOf(one.at),
        dayOf(one.remindedAt),
      ];
    });
  const detail = { rows: records.length };
  await insertAudit(db, { actorId, verb: "round.call-list", object: "round", objectId: roundId, detail });
  return {
    name: `anrufliste-${slugOf(`${round.title.de} ${round.wave}`)}.csv`,
    text: BYTE_ORDER_MARK + csvRecords([t.desk.callList.heads, ...records]),
  };

  function stateText({ state, unreachable }: Participant): string {
    const label = t.desk.states[state];
    return unreachable && state !== "bounced" ? `${label}, ${t.desk.unreachable}` : label;
  }
}

const dayOf = (time: Date | null) => (time ? formatDate(time, "de", "short") : null);

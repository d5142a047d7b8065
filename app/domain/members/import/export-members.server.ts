import type { Db } from "#db/client.server.ts";
import { insertAudit } from "#db/queries/audit.server.ts";
import { Problem } from "../../problem.ts";
import { dayOf } from "../days.ts";
import { readNetwork } from "./read-network.server.ts";
import { writeCsv } from "./write-table.ts";
import { writeWorkbook } from "./write-workbook.server.ts";

const TYPES = {
  csv: "text/csv; charset=utf-8",
  xlsx: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
} as const;

/**
 * All projects with their attributes of the day and their teams, in the columns that the import takes. Names and
 * addresses leave the house, so it is noted who took them. Throws not-found for other formats.
 */
export async function exportMembers(db: Db, format: string, { actorId, now }: { actorId: string; now: Date }) {
  if (format !== "csv" && format !== "xlsx") throw new Problem("not-found");
  const network = await readNetwork(db);
  const day = dayOf(now);
  const content = format === "csv" ? writeCsv(network, day) : await writeWorkbook(network, day);
  const detail = { projects: network.projects.length };
  await insertAudit(db, { actorId, verb: "member.export", object: "network", objectId: format, detail });
  return { name: `mitglieder-${day}.${format}`, contentType: TYPES[format], content };
}

import { randomUUID } from "node:crypto";
import pg from "pg";
import { publishVersion } from "#app/domain/questionnaires/publish-version.server.ts";
import { openRound } from "#app/domain/rounds/open-round.server.ts";
import { transact } from "#db/client.server.ts";
import { updateState } from "#db/queries/rounds.server.ts";
import { readDefinition } from "#surveys/definition.ts";
import type { Item } from "#surveys/model.ts";
import { benchDefinition } from "./questionnaire.ts";
import type { Stage } from "./stage.ts";

const DAY_MS = 86_400_000;
/** Places that one item's cells may take within a response. */
const PLACES = 10;

/** A closed round of forty questions with so many submitted responses of people. */
export async function fillRound(stage: Stage, responses: number): Promise<string> {
  const definition = benchDefinition();
  const name = `messung-${randomUUID().slice(0, 8)}`;
  const { versionId } = await publishVersion(stage.db, { name, definition, actorId: null });
  const times = { opensAt: new Date(Date.now() - DAY_MS), closesAt: new Date(Date.now() + DAY_MS) };
  const round = { versionId, wave: `Messung ${responses}`, privacy: "anonymous" as const, actorId: null, ...times };
  const { roundId } = await openRound(stage.db, round);
  const items = readDefinition(definition).definition?.items ?? [];
  const client = new pg.Client({ connectionString: stage.adminUrl });
  await client.connect();
  try {
    // Rows that fit together need no triggers that look whether they do: a tenth of the time.
    await client.query("set session_replication_role = replica");
    await client.query(
      `insert into response (round_id, response_id, state, submitted_at)
       select $1, gen_random_uuid(), 'submitted', now() from generate_series(1, $2)`,
      [roundId, responses],
    );
    // Response by response, as people submit them: so the cells of one lie side by side on disk.
    const parts = items.map((item, index) => {
      const chance = `lateral (select hashtext(response_id::text || '${item.key}') & 2147483647 as chance) drawn`;
      return `select ${index * PLACES} + place, '${item.key}', code, number, text from ${chance}, lateral (${cellsOf(item)}) cells`;
    });
    await client.query(
      `insert into cell (round_id, response_id, position, item, entry, code, number, text, visible)
       select round_id, response_id, position, item, null, code, number, text, true
       from response, lateral (${parts.join(" union all ")}) answered (position, item, code, number, text)
       where round_id = $1`,
      [roundId],
    );
    // What the server would do by itself a minute later, in the middle of a measurement.
    await client.query("vacuum (analyze) response, cell");
  } finally {
    await client.end();
  }
  await transact(stage.db, (tx) => updateState(tx, roundId, "closed", new Date()));
  return roundId;
}

/** What a response answers to an item, by its `chance`: the cells as a query of place, code, number and text. */
function cellsOf({ scale, codes }: Item): string {
  const listed = codes.map(
    ({ code, number }, place) => `(${place}, '${code}', ${number ?? "null"}::double precision, null)`,
  );
  switch (scale) {
    case "multiple":
      return `select * from (values ${listed.join()}) v (place, code, number, text) where v.place <= chance % 4`;
    case "choice":
    case "ordinal":
      return `select * from (values ${listed.join()}) v (place, code, number, text) where v.place = chance % ${codes.length}`;
    case "number":
      return "select 0 as place, null as code, (chance % 100)::double precision as number, null as text";
    default:
      return "select 0 as place, null as code, null::double precision as number, 'Zu wenig Zeit für Nachsorge.' as text";
  }
}

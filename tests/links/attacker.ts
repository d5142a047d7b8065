import { sql } from "kysely";
import type { Db } from "#db/client.server.ts";

/**
 * One column, read for every response: `order[i]` is the place in the order of use (0 = first) of whoever gave the i-th
 * response, when responses are sorted by that column; `ranks[i]` is its rank, the same for equal values.
 */
export type Feature = { name: string; order: number[]; ranks: number[] };

/** What the attacker knows of the order of use, and what the test knows: who answered which number. */
type Used = { tokens: string[]; numbers: number[] };

/** Tables with something about a response, and how to find out whose it is: by the number that was answered. */
const NUMBER_IN: Record<string, string> = {
  response: "(select c.number from cell c where c.round_id = t.round_id and c.response_id = t.response_id limit 1)",
  submission: "(t.answers ->> 'nummer')::double precision",
  cell: "t.number",
  inbox: "(t.answers ->> 'nummer')::double precision",
};

/** Every column of the tables of answers, system columns included, and those of participation, each as a feature. */
export async function readFeatures(
  db: Db,
  roundId: string,
  { tokens, numbers }: Used,
  tables: string[] = ["response", "submission", "cell", "participation"],
): Promise<Feature[]> {
  const placeOfNumber = new Map(numbers.map((number, place) => [number, place]));
  const placeOfToken = new Map(tokens.map((token, place) => [token, place]));
  const features: Feature[] = [];
  for (const table of tables) {
    const owner = table === "participation" ? "encode(t.token_hash, 'hex')" : (NUMBER_IN[table] as string);
    for (const column of await listColumns(db, table)) {
      const { rows } = await sql<{ owner: string | number; rank: number }>`
        select ${sql.raw(owner)} as owner, rank() over (order by ${sql.raw(column.sorted)})::integer as rank
        from ${sql.table(table)} t where round_id = ${roundId}
        order by rank, ${sql.raw(owner)}`.execute(db);
      const placeOf = (key: string | number) => placeOfToken.get(String(key)) ?? placeOfNumber.get(Number(key));
      features.push({
        name: `${table}.${column.name}`,
        order: rows.map((row) => placeOf(row.owner) ?? -1),
        ranks: rows.map((row) => row.rank),
      });
    }
  }
  return features;
}

async function listColumns(db: Db, table: string): Promise<{ name: string; sorted: string }[]> {
  const { rows } = await sql<{ name: string }>`
    select column_name as name from information_schema.columns
    where table_schema = 'public' and table_name = ${table} order by ordinal_position`.execute(db);
  const system = ["xmin", "xmax", "cmin", "cmax"].map((name) => ({ name, sorted: `t.${name}::text::bigint` }));
  return [...rows.map(({ name }) => ({ name, sorted: `t."${name}"` })), { name: "ctid", sorted: "t.ctid" }, ...system];
}

/** Spearman's ρ between a column and the order of use; 0 where the column says the same of everybody. */
export function correlate({ order, ranks }: Feature): number {
  const averaged = averageTies(ranks);
  const [meanA, meanB] = [mean(order), mean(averaged)];
  let [both, a, b] = [0, 0, 0];
  for (const [i, place] of order.entries()) {
    const [da, db] = [place - meanA, (averaged[i] as number) - meanB];
    both += da * db;
    a += da * da;
    b += db * db;
  }
  return b === 0 ? 0 : both / Math.sqrt(a * b);
}

/** How many are found by taking the i-th of the column for the i-th who took part; forwards or backwards, whichever is better. */
export function countMatches({ order, ranks }: Feature): number {
  // Equal values have no order: nothing is learnt from them.
  if (new Set(ranks).size < ranks.length / 2) return 0;
  return Math.max(hits(order), hits(order.toReversed()));
}

const hits = (order: readonly number[]) => order.filter((place, i) => place === i).length;
const mean = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;

function averageTies(ranks: readonly number[]): number[] {
  const sizes = new Map<number, number>();
  for (const rank of ranks) sizes.set(rank, (sizes.get(rank) ?? 0) + 1);
  return ranks.map((rank) => rank + ((sizes.get(rank) ?? 1) - 1) / 2);
}

/** What a submission could leave elsewhere: where the sequences stand, and how many jobs, mails and audit rows there are. */
export async function readTraces(db: Db): Promise<unknown> {
  const { rows: sequences } = await sql<{ name: string; last: number | null }>`
    select schemaname || '.' || sequencename as name, last_value as last from pg_sequences order by 1`.execute(db);
  const { rows: counts } = await sql`
    select (select count(*) from audit) as audits, (select count(*) from mail) as mails,
      (select count(*) from pgboss.job) as jobs, (select count(*) from session) as sessions,
      (select count(*) from response) as responses, (select count(*) from rate_limit) as limits`.execute(db);
  return { sequences, counts };
}

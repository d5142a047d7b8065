import { type RawBuilder, sql } from "kysely";
import type { Tx } from "#db/client.server.ts";
import type { Member, Sheet } from "./groups.ts";
import { CONDITIONS, type ListedItem } from "./questionnaire.ts";

/** What counts of a round, in temporary tables of the transaction: `sheet`, and `given` with one row per code. */
export async function unfoldSheets(
  tx: Tx,
  round: { roundId: string; questionnaire: string },
  items: readonly ListedItem[],
): Promise<Sheet[]> {
  await sql`drop table if exists recount_sheet, recount_given, recount_member`.execute(tx);
  await sql`
    create temporary table recount_sheet as
    select distinct on (r.response_id) r.response_id as id, coalesce(i.organisation_id, r.response_id) as organisation,
      coalesce(i.attributes, '{}') as attributes, s.answers
    from response r join submission s using (round_id, response_id)
      left join invitation i on i.round_id = r.round_id and i.invitation_id = r.invitation_id
    where r.round_id = ${round.roundId} and r.state <> 'draft'
    order by r.response_id, s.number desc`.execute(tx);
  await sql`
    create temporary table recount_given as
    with recursive node (id, path, entry, place, value) as (
      select id, '', 0, 0, answers from recount_sheet
      union all
      select node.id, inner_.path, inner_.entry, inner_.place, inner_.value
      from node cross join lateral (
        select concat_ws('/', nullif(node.path, ''), key) as path, node.entry, 0 as place, value
        from jsonb_each(case jsonb_typeof(node.value) when 'object' then node.value else '{}' end)
        union all
        select node.path, case jsonb_typeof(value) when 'object' then nth::int else node.entry end, nth::int, value
        from jsonb_array_elements(case jsonb_typeof(node.value) when 'array' then node.value else '[]' end)
          with ordinality as list (value, nth)
      ) inner_
    ), item (key, scale) as (
      select * from unnest(${items.map(({ key }) => key)}::text[], ${items.map(({ scale }) => scale)}::text[])
    ), listed (item, code, missing, number) as (
      ${listedCodes(items)}
    ), leaf as (
      select id, case when path ~ '-Comment$' and path not in (select key from item)
          then regexp_replace(path, '-Comment$', '/-comment') else path end as path,
        entry, place, value #>> '{}' as code
      from node where jsonb_typeof(value) not in ('object', 'array', 'null')
    )
    select leaf.id, item.key as item, item.scale, leaf.entry, leaf.code, nullif(leaf.place, 0) as place,
      coalesce(listed.missing, false) as missing, listed.number
    from leaf join item on item.key = leaf.path
      left join listed on listed.item = item.key and listed.code = leaf.code`.execute(tx);
  for (const [pattern, counts] of CONDITIONS[round.questionnaire] ?? []) {
    await sql`
      delete from recount_given using (
        select given.ctid as row, sheet.answers as a, string_to_array(given.item, '/') as x,
          sheet.answers -> split_part(given.item, '/', 1) -> (given.entry - 1) as mine
        from recount_given given join recount_sheet sheet using (id) where given.item ~ ${pattern}
      ) asked
      where recount_given.ctid = asked.row and (${sql.raw(counts)}) is not true`.execute(tx);
  }
  const { rows } = await sql<Sheet>`select id, organisation, attributes from recount_sheet`.execute(tx);
  return rows;
}

function listedCodes(items: readonly ListedItem[]): RawBuilder<unknown> {
  const codes = items.flatMap(({ key, codes: own }) => own.map((one) => ({ key, ...one })));
  return sql`select * from unnest(${codes.map(({ key }) => key)}::text[], ${codes.map(({ code }) => code)}::text[],
    ${codes.map(({ missing }) => missing)}::boolean[], ${codes.map(({ number }) => number)}::integer[])`;
}

/** Who is in which group, each with the secret number by which counts are protected. */
export async function placeMembers(tx: Tx, members: readonly Member[], recordOf: (id: string) => bigint) {
  await sql`
    create temporary table recount_member as
    select * from unnest(${members.map(({ id }) => id)}::uuid[], ${members.map(({ breakdown }) => breakdown)}::text[],
      ${members.map(({ group }) => group)}::text[], ${members.map(({ id }) => String(recordOf(id)))}::numeric[])
      as given (id, breakdown, "group", record)`.execute(tx);
}

type Place = { item: string; breakdown: string; group: string };
export type Base = Place & {
  /** respondents with any answer that counts, and with a valid one; valid entries */
  answered: number;
  respondents: number;
  base: number;
  answeredRecords: string;
  records: string;
  /** respondents with a valid answer; the organisation of each, and of each valid entry */
  ids: string[];
  organisations: string[];
  entryOrganisations: string[];
};
export type Code = Place & { code: string; rank: number | null; n: number; records: string };
export type Statistics = Place & {
  mean: number | null;
  sd: number | null;
  q1: number | null;
  median: number | null;
  q3: number | null;
};

const ENTRIES = sql`entries as (
  select id, item, entry, bool_or(not missing) as valid from recount_given group by id, item, entry
)`;

/** How many answered each item in each group. */
export async function countBases(tx: Tx): Promise<Base[]> {
  const { rows } = await sql<Base>`
    with ${ENTRIES}, people as (select id, item, count(*) filter (where valid) as entries from entries group by id, item)
    select p.item, m.breakdown, m."group", count(*)::int as answered,
      count(*) filter (where entries > 0)::int as respondents, sum(entries)::int as base,
      sum(record)::text as "answeredRecords", coalesce(sum(record) filter (where entries > 0), 0)::text as records,
      coalesce(array_agg(p.id::text order by p.id) filter (where entries > 0), '{}') as ids,
      coalesce(array_agg(s.organisation::text order by p.id) filter (where entries > 0), '{}') as organisations,
      coalesce((array_agg(repeat(s.organisation::text || ' ', entries::int))), '{}') as "entryOrganisations"
    from people p join recount_member m using (id) join recount_sheet s using (id)
    group by p.item, m.breakdown, m."group"`.execute(tx);
  return rows.map((row) => ({
    ...row,
    entryOrganisations: row.entryOrganisations.flatMap((list) => list.split(" ").filter(Boolean)),
  }));
}

/** How often each code was given, of rankings at each position; missing ones only beside no valid answer. */
export async function countCodes(tx: Tx): Promise<Code[]> {
  const { rows } = await sql<Code>`
    with ${ENTRIES}, single as (
      select distinct id, item, entry, code, case when scale = 'rank' then place end as rank
      from recount_given join entries using (id, item, entry)
      where scale <> 'text' and (valid <> missing)
    )
    select item, breakdown, "group", code, rank, count(*)::int as n, sum(record)::text as records
    from single join recount_member using (id) group by item, breakdown, "group", code, rank`.execute(tx);
  return rows;
}

/** Figures of ordered scales whose codes are numbers, by PostgreSQL's own aggregates. */
export async function describeTotals(tx: Tx, measured: readonly string[]): Promise<Statistics[]> {
  const { rows } = await sql<Statistics>`
    select item, breakdown, "group", avg(number)::float8 as mean, stddev_samp(number)::float8 as sd,
      percentile_cont(0.25) within group (order by number) as q1,
      percentile_cont(0.5) within group (order by number) as median,
      percentile_cont(0.75) within group (order by number) as q3
    from recount_given join recount_member using (id)
    where breakdown = 'total' and not missing and item = any (${[...measured]}::text[])
    group by item, breakdown, "group"`.execute(tx);
  return rows;
}

import { type RawBuilder, sql } from "kysely";
import type { Db, Tx } from "../client.server.ts";
import type { Attributes } from "../tables/round.ts";

/** A respondent, with its record key. */
export type CountedRespondent = { responseId: string; organisationId: string; recordKey: number };

/** A group of a breakdown, or the total, with its members by their place among the respondents. */
export type CountedGroup = { breakdown: string; group: string; members: readonly number[] };

/** A code of an item as the definition lists it. */
export type ListedCode = { item: string; code: string; missing: boolean };

/** Stands for every code that the definition does not list: such codes are what somebody typed, and stay unread. */
export const UNLISTED = "-unlisted";

/** A code that stands in no answer but counts like one: what was settled of a free text. */
export type CountedCell = { responseId: string; item: string; entry: string | null; code: string };

/** What is counted, of whom, and in which groups; `cells` count beside those of the answers, `leftOut` do not count. */
export type Counting = {
  roundId: string;
  items: readonly string[];
  respondents: readonly CountedRespondent[];
  groups: readonly CountedGroup[];
  codes: readonly ListedCode[];
  cells: readonly CountedCell[];
  leftOut?: readonly Blank[];
};

/**
 * Submitted responses of a round (those being corrected with what counts until then) with the organisation and the attributes of the opening day, and nothing answered.
 * People by link and anonymous answers have no organisation: each stands for one of its own, so that size alone decides.
 */
export function listRespondents(tx: Db | Tx, roundId: string) {
  return tx
    .selectFrom("response")
    .leftJoin("invitation", (join) =>
      join
        .onRef("invitation.round_id", "=", "response.round_id")
        .onRef("invitation.invitation_id", "=", "response.invitation_id"),
    )
    .select((eb) => [
      "response.response_id",
      eb.fn.coalesce("invitation.organisation_id", "response.response_id").as("organisation_id"),
      eb.fn.coalesce("invitation.attributes", sql<Attributes>`'{}'::jsonb`).as("attributes"),
    ])
    .where("response.round_id", "=", roundId)
    .where("response.state", "<>", "draft")
    .orderBy("response.response_id")
    .execute();
}

type ItemGroup = { item: string; breakdown: string; group: string };

/**
 * - `answered`: respondents with any visible cell · `respondents`: with a valid one
 * - `base`: entries with a valid one; outside repeated groups a respondent has one entry, so that both are the same
 * - `organisations`, `largest`, `second`: how the respondents with valid answers spread over organisations
 * - `largestEntries`: valid entries of the organisation that has most of them
 * - `records`, `answeredRecords`: sums of the record keys of the respondents with valid answers, and of those with any; decimal
 */
export type BaseCount = ItemGroup & {
  answered: number;
  base: number;
  respondents: number;
  organisations: number;
  largest: number;
  second: number;
  largestEntries: number;
  records: string;
  answeredRecords: string;
};

/** A respondent without a valid answer to an item. */
export type Blank = { item: string; responseId: string };

/**
 * Lets the counts of this transaction take up to a quarter of an hour each, instead of the seconds of the app's role: of a
 * hundred thousand responses they take minutes. Lets them sort and hash in memory, too, and keeps the planner from guessing that what it has just
 * put together is a single row: compared one by one, a thousand responses took as long as ten thousand.
 */
export async function allowCounting(tx: Tx): Promise<void> {
  await sql`
    select set_config('statement_timeout', '15min', true), set_config('work_mem', '64MB', true),
      set_config('enable_nestloop', 'off', true)`.execute(tx);
}

/** Respondents and entries per item and group. Items and groups without any answer have no row. */
export async function countBases(tx: Tx, counting: Counting): Promise<BaseCount[]> {
  const { rows } = await sql<Numbered<BaseCount>>`
    with ${visibleAnswers(counting)}, given_entry as (
      select response_id, nr, entry, bool_or(not missing) as valid from answer group by response_id, nr, entry
    ), given_item as (
      select response_id, nr, count(*) filter (where valid) as entries from given_entry group by response_id, nr
    ), by_organisation as (
      select i.nr, m.place, m.organisation, count(*) as answered, sum(i.entries) as base,
        count(*) filter (where i.entries > 0) as respondents,
        sum(m.record_key) filter (where i.entries > 0) as records, sum(m.record_key) as answered_records
      from given_item i join member m using (response_id)
      group by i.nr, m.place, m.organisation
    ), by_size as (
      select nr, place, respondents, count(*) as organisations, sum(answered) as answered, sum(base) as base,
        max(base) as most, sum(records) as records, sum(answered_records) as answered_records
      from by_organisation
      group by nr, place, respondents
    )
    select nr, place, sum(answered)::bigint as answered, sum(base)::bigint as base,
      sum(respondents * organisations)::bigint as respondents,
      coalesce(sum(organisations) filter (where respondents > 0), 0)::bigint as organisations,
      max(respondents) as largest, max(most)::bigint as "largestEntries",
      coalesce(case when (array_agg(organisations order by respondents desc))[1] > 1 then max(respondents)
        else (array_agg(respondents order by respondents desc))[2] end, 0) as second,
      coalesce(sum(records), 0)::text as records, sum(answered_records)::text as "answeredRecords"
    from by_size
    group by nr, place`.execute(tx);
  return rows.map((row) => named(counting, row));
}

/** Who gave no valid answer to each of the items. */
export async function listBlanks(tx: Tx, counting: Counting): Promise<Blank[]> {
  const { rows } = await sql<{ nr: number; responseId: string }>`
    with ${visibleAnswers(counting)}
    select asked.nr, everybody.response_id as "responseId"
    from asked cross join (select distinct response_id from member) everybody
    left join (select distinct response_id, nr from answer where not missing) valid
      on valid.nr = asked.nr and valid.response_id = everybody.response_id
    where valid.nr is null`.execute(tx);
  return rows.map(({ nr, responseId }) => ({ item: counting.items[nr] as string, responseId }));
}

export type CodeRow = ItemGroup & { code: string; rank: number | null; n: number; records: string };

/**
 * Entries (outside repeated groups: respondents) per item, group and code; of rankings per position too. Missing codes
 * count entries without any valid value, so that they stand beside the base. Codes that are not listed are counted as
 * one, `UNLISTED`. `records` sums up the record keys of those who are counted, once per entry; decimal.
 */
export async function countCodes(
  tx: Tx,
  counting: Counting,
  items: { coded: string[]; ranked: string[] },
): Promise<CodeRow[]> {
  const { rows } = await sql<Numbered<CodeRow>>`
    with ${visibleAnswers(counting)}, coded as (
      select a.* from answer a join asked using (nr) where asked.item = any (${[...items.coded, ...items.ranked]}::text[])
    ), given_code as (
      select distinct nr, case when listed then code else ${UNLISTED} end as code,
        case when item = any (${items.ranked}::text[]) then number::integer end as rank, response_id, entry
      from coded join asked using (nr) where not missing
      union all
      select nr, code, null, response_id, entry from coded missed
      where missing and not exists (
        select from coded valid
        where (valid.response_id, valid.nr, valid.entry) = (missed.response_id, missed.nr, missed.entry) and not valid.missing
      )
    )
    select g.nr, m.place, g.code, g.rank, count(*) as n, sum(m.record_key)::text as records
    from given_code g join member m using (response_id)
    group by 1, 2, 3, 4`.execute(tx);
  return rows.map((row) => named(counting, row));
}

/** `records` as in `CodeRow`. */
export type ValueRow = ItemGroup & { value: number; n: number; records: string };

/** How often each number was given, per item and group; in repeated groups every entry counts. */
export async function countValues(tx: Tx, counting: Counting, items: string[]): Promise<ValueRow[]> {
  const { rows } = await sql<Numbered<ValueRow>>`
    with ${visibleAnswers(counting)}, single as (
      select nr, response_id, entry, avg(number order by number) as value
      from answer join asked using (nr)
      where item = any (${items}::text[]) and not missing and number is not null
      group by nr, response_id, entry
    )
    select s.nr, m.place, s.value, count(*) as n, sum(m.record_key)::text as records
    from single s join member m using (response_id)
    group by 1, 2, 3`.execute(tx);
  return rows.map((row) => named(counting, row));
}

/** Within the queries, items and groups are their places in the lists: short to sort, whatever the language of the server. */
type Numbered<Row extends ItemGroup> = Omit<Row, keyof ItemGroup> & { nr: number; place: number };

function named<Row extends ItemGroup>({ items, groups }: Counting, { nr, place, ...row }: Numbered<Row>): Row {
  const { breakdown, group } = groups[place] as CountedGroup;
  return { ...row, item: items[nr] as string, breakdown, group } as unknown as Row;
}

/**
 * Common beginnings: every member of every group; visible cells of the members to the items, those given beside them among
 * them. Outside repeated groups the only entry is ''.
 */
function visibleAnswers(counting: Counting): RawBuilder<unknown> {
  const { roundId, items, respondents, groups, codes, cells, leftOut = [] } = counting;
  const organisations = new Map<string, number>();
  for (const { organisationId } of respondents)
    if (!organisations.has(organisationId)) organisations.set(organisationId, organisations.size);
  return sql`member as materialized (
      select given.response_id, given.organisation, given.record_key, part.place
      from unnest(
        ${respondents.map((one) => one.responseId)}::uuid[],
        ${respondents.map((one) => organisations.get(one.organisationId))}::integer[],
        ${respondents.map((one) => one.recordKey)}::bigint[]
      ) with ordinality as given (response_id, organisation, record_key, one)
      join unnest(
        ${groups.flatMap(({ members }, place) => members.map(() => place))}::integer[],
        ${groups.flatMap(({ members }) => members.map((one) => one + 1))}::integer[]
      ) as part (place, one) on part.one = given.one
    ), asked as materialized (
      select item, (ordinality - 1)::integer as nr from unnest(${items}::text[]) with ordinality as given (item, ordinality)
    ), listed as materialized (
      select * from unnest(
        ${codes.map((one) => one.item)}::text[], ${codes.map((one) => one.code)}::text[],
        ${codes.map((one) => one.missing)}::boolean[]
      ) as given (item, code, missing)
    ), given_cell as (
      select response_id, item, entry, code, number from cell where round_id = ${roundId} and visible
      union all
      select *, null from unnest(
        ${cells.map((one) => one.responseId)}::uuid[], ${cells.map((one) => one.item)}::text[],
        ${cells.map((one) => one.entry)}::text[], ${cells.map((one) => one.code)}::text[]
      )
    ), answer as (
      select c.response_id, asked.nr, coalesce(c.entry, '') as entry, c.code, c.number,
        l.code is not null as listed, coalesce(l.missing, false) as missing
      from given_cell c join asked using (item) left join listed l on l.item = c.item and l.code = c.code
      where c.response_id in (select response_id from member)
        ${leftOut.length > 0 ? without(items, leftOut) : sql``}
    )`;
}

/** Of one item and respondent at a time. */
function without(items: readonly string[], leftOut: readonly Blank[]): RawBuilder<unknown> {
  const places = new Map(items.map((item, nr) => [item, nr]));
  return sql`and not exists (
          select from unnest(
            ${leftOut.map(({ item }) => places.get(item))}::integer[], ${leftOut.map((one) => one.responseId)}::uuid[]
          ) as without (nr, response_id)
          where without.nr = asked.nr and without.response_id = c.response_id
        )`;
}

import { type RawBuilder, sql } from "kysely";
import type { Db, Tx } from "../client.server.ts";
import type { Attributes } from "../tables/round.ts";

/** The part of a respondent in one group of one breakdown, with its record key; everybody is also in the total. */
export type GroupMember = {
  responseId: string;
  organisationId: string;
  breakdown: string;
  group: string;
  recordKey: number;
};

/** A code of an item as the definition lists it. */
export type ListedCode = { item: string; code: string; missing: boolean };

/** Stands for every code that the definition does not list: such codes are what somebody typed, and stay unread. */
export const UNLISTED = "-unlisted";

/** A code that stands in no answer but counts like one: what was settled of a free text. */
export type CountedCell = { responseId: string; item: string; entry: string | null; code: string };

/** `cells` count beside those of the answers. */
export type Counting = {
  roundId: string;
  members: readonly GroupMember[];
  codes: readonly ListedCode[];
  cells: readonly CountedCell[];
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

/** Respondents and entries per item and group. Items and groups without any answer have no row. */
export async function countBases(tx: Tx, counting: Counting): Promise<BaseCount[]> {
  const { rows } = await sql<BaseCount>`
    with ${visibleAnswers(counting)}, by_organisation as (
      select r.item, m.breakdown, m."group", m.organisation_id, count(*) as answered,
        count(*) filter (where r.entries > 0) as respondents, sum(r.entries) as base,
        sum(m.record_key) filter (where r.entries > 0) as records, sum(m.record_key) as answered_records
      from respondent r join member m using (response_id)
      group by r.item, m.breakdown, m."group", m.organisation_id
    )
    select item, breakdown, "group", sum(answered)::bigint as answered, sum(base)::bigint as base,
      sum(respondents)::bigint as respondents, count(*) filter (where respondents > 0) as organisations,
      max(respondents) as largest, max(base)::bigint as "largestEntries",
      coalesce((array_agg(respondents order by respondents desc))[2], 0) as second,
      coalesce(sum(records), 0)::text as records, sum(answered_records)::text as "answeredRecords"
    from by_organisation
    group by item, breakdown, "group"`.execute(tx);
  return rows;
}

/** Who gave no valid answer to each of these items. */
export async function listBlanks(tx: Tx, counting: Counting, items: string[]): Promise<Blank[]> {
  const { rows } = await sql<Blank>`
    with ${visibleAnswers(counting)}
    select asked.item, everybody.response_id as "responseId"
    from unnest(${items}::text[]) as asked (item) cross join (select distinct response_id from member) everybody
    where not exists (
      select from respondent r where r.item = asked.item and r.response_id = everybody.response_id and r.entries > 0
    )`.execute(tx);
  return rows;
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
  const { rows } = await sql<CodeRow>`
    with ${visibleAnswers(counting)}, given_code as (
      select distinct a.item, case when a.listed then a.code else ${UNLISTED} end as code,
        case when a.item = any (${items.ranked}::text[]) and not a.missing then a.number::integer end as rank,
        a.response_id, a.entry
      from answer a join given_entry e using (response_id, item, entry)
      where a.item = any (${[...items.coded, ...items.ranked]}::text[]) and (not a.missing or not e.valid)
    )
    select g.item, m.breakdown, m."group", g.code, g.rank, count(*) as n, sum(m.record_key)::text as records
    from given_code g join member m using (response_id)
    group by 1, 2, 3, 4, 5`.execute(tx);
  return rows;
}

/** `records` as in `CodeRow`. */
export type ValueRow = ItemGroup & { value: number; n: number; records: string };

/** How often each number was given, per item and group; in repeated groups every entry counts. */
export async function countValues(tx: Tx, counting: Counting, items: string[]): Promise<ValueRow[]> {
  const { rows } = await sql<ValueRow>`
    with ${visibleAnswers(counting)}, single as (
      select item, response_id, entry, avg(number order by number) as value
      from answer
      where item = any (${items}::text[]) and not missing and number is not null
      group by item, response_id, entry
    )
    select s.item, m.breakdown, m."group", s.value, count(*) as n, sum(m.record_key)::text as records
    from single s join member m using (response_id)
    group by 1, 2, 3, 4`.execute(tx);
  return rows;
}

/**
 * Common beginnings: visible cells of the members, those given beside them among them; one row per entry of an item with `valid`; one per respondent and item
 * with the number of valid `entries`. Outside repeated groups the only entry is ''.
 */
function visibleAnswers({ roundId, members, codes, cells }: Counting): RawBuilder<unknown> {
  return sql`member as (
      select * from unnest(
        ${members.map((one) => one.responseId)}::uuid[], ${members.map((one) => one.organisationId)}::uuid[],
        ${members.map((one) => one.breakdown)}::text[], ${members.map((one) => one.group)}::text[],
        ${members.map((one) => one.recordKey)}::bigint[]
      ) as given (response_id, organisation_id, breakdown, "group", record_key)
    ), listed as (
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
      select c.response_id, c.item, coalesce(c.entry, '') as entry, c.code, c.number, l.code is not null as listed, coalesce(l.missing, false) as missing
      from given_cell c left join listed l on l.item = c.item and l.code = c.code
      where c.response_id in (select response_id from member)
    ), given_entry as (
      select response_id, item, entry, bool_or(not missing) as valid from answer group by response_id, item, entry
    ), respondent as (
      select response_id, item, count(*) filter (where valid) as entries from given_entry group by response_id, item
    )`;
}

import { randomUUID } from "node:crypto";
import { sql } from "kysely";
import { afterAll, expect, inject, test } from "vitest";
import { type Db, openDatabase } from "#db/client.server.ts";
import { migrate } from "#db/migrate.server.ts";
import { migrations } from "#db/migrations/index.ts";
import { provision } from "#db/provision.server.ts";
import type { Database } from "#db/schema.ts";
import { dropDatabase } from "../support/cluster.ts";

const name = `${inject("template")}_migrate_${randomUUID().slice(0, 8)}`;
let owner: Db | undefined;

afterAll(async () => {
  await owner?.destroy();
  await dropDatabase(inject("adminUrl"), name);
});

/** Every column, right, index, trigger and function: what a second run must leave as it is. */
async function readStructure(db: Db): Promise<unknown[]> {
  const { rows } = await sql`
    select 'column' as kind, table_schema || '.' || table_name || '.' || column_name as name, data_type as detail
      from information_schema.columns where table_schema = 'public'
    union all
    select 'right', table_schema || '.' || table_name, grantee || ' ' || privilege_type
      from information_schema.table_privileges where table_schema = 'public'
    union all
    select 'index', indexname, indexdef from pg_indexes where schemaname = 'public'
    union all
    select 'trigger', tgrelid::regclass::text || '.' || tgname, pg_get_triggerdef(oid) from pg_trigger
      where not tgisinternal and tgrelid::regclass::text not like 'pgboss.%'
    union all
    select 'function', oid::regprocedure::text, prosrc from pg_proc where pronamespace = 'public'::regnamespace
    order by 1, 2, 3`.execute(db);
  return rows;
}

test("an empty server becomes ours by one call, and stays the same by the second and by four at once", async () => {
  const urls = await provision(inject("adminUrl"), name);
  expect(await provision(inject("adminUrl"), name)).toEqual(urls);
  await migrate(urls.owner);
  owner = openDatabase(urls.owner, { name: "test-migrate", max: 1 });
  const first = await readStructure(owner);
  expect(first.length).toBeGreaterThan(200);
  await migrate(urls.owner);
  await Promise.all(Array.from({ length: 4 }, () => migrate(urls.owner)));
  expect(await readStructure(owner)).toEqual(first);
});

test("every table has the columns that its type in tables/ names", async () => {
  const tables = (await (owner as Db).introspection.getTables()).filter((table) => table.schema === "public");
  const columns = Object.fromEntries(tables.map((table) => [table.name, table.columns.map((column) => column.name)]));
  for (const [table, sample] of Object.entries(SAMPLE))
    expect(columns[table], table).toEqual(expect.arrayContaining(sample));
  const known = new Set([...Object.keys(SAMPLE), "kysely_migration", "kysely_migration_lock"]);
  expect(tables.map((table) => table.name).filter((table) => !known.has(table))).toEqual([]);
});

test("an interrupted migration leaves nothing behind", async () => {
  const before = await readStructure(owner as Db);
  await expect(
    (owner as Db).transaction().execute(async (tx) => {
      await sql`create table half (a int)`.execute(tx);
      await migrations["2026-11-23-01-people"]?.up(tx);
    }),
  ).rejects.toMatchObject({ code: "42P07" });
  expect(await readStructure(owner as Db)).toEqual(before);
});

test("the oldest server that we support is 15", async () => {
  const { rows } = await sql<{ version: number }>`
    select current_setting('server_version_num')::integer as version`.execute(owner as Db);
  expect(rows[0]?.version).toBeGreaterThanOrEqual(150_000);
});

/** The compiler holds that every table of the schema stands here, with columns that its type knows. */
const SAMPLE: { [Table in keyof Database]: (keyof Database[Table] & string)[] } = {
  organisation: ["organisation_id", "name"],
  project: ["project_id", "organisation_id", "active_from", "active_until"],
  address_change: ["change_id", "account_id", "address", "link_hash", "expires_at", "used_at"],
  member_import: ["import_id", "file_name", "state", "rows", "undo", "made_by", "applied_at", "ended_at"],
  attribute_request: ["request_id", "project_id", "changes", "valid_from", "state", "asked_by", "decided_by", "reason"],
  project_attribute: ["project_id", "attribute", "value", "valid_from", "valid_until"],
  account: ["account_id", "address", "locale", "disabled_at"],
  membership: ["membership_id", "account_id", "role", "project_id"],
  session: ["token_hash", "account_id", "created_at", "seen_at"],
  sign_in: ["sign_in_id", "account_id", "browser_hash", "link_hash", "code_hash", "expires_at", "used_at"],
  rate_limit: ["bucket", "key_hash", "window_start", "hits"],
  erasure: ["erasure_id", "round_id", "invitation_id", "reason"],
  insight: ["insight_id", "round_id", "account_id", "reason", "at", "with_names"],
  audit: ["audit_id", "at", "actor_id", "verb", "object", "object_id", "detail"],
  questionnaire: ["questionnaire_id", "name", "title"],
  version: ["version_id", "questionnaire_id", "number", "definition", "checksum", "published_at"],
  version_draft: ["draft_id", "name", "definition", "amends", "state", "proposed_by", "decided_by", "return_reason"],
  series: ["series_id", "questionnaire_id", "name"],
  round: [
    "round_id",
    "series_id",
    "version_id",
    "privacy",
    "state",
    "opens_at",
    "closes_at",
    "roster",
    "audience",
    "reminders",
    "planned_by",
  ],
  invitation: ["round_id", "invitation_id", "project_id", "organisation_id", "attributes", "first_opened_at", "kind"],
  open_link: ["link_id", "round_id", "token_hash", "uses_limit", "uses", "revoked_at"],
  participation: ["round_id", "token_hash", "used"],
  inbox: ["round_id", "submission_id", "body_hash", "answers", "invisible", "cells"],
  rewrite_due: ["round_id"],
  goal: ["goal_id", "position"],
  goal_version: [
    "goal_id",
    "number",
    "previous",
    "theme",
    "formula",
    "measured",
    "target",
    "due",
    "ended",
    "reason",
    "by",
  ],
  inquiry: [
    "inquiry_id",
    "round_id",
    "invitation_id",
    "author_id",
    "question",
    "text",
    "answer",
    "closed_at",
    "erased_at",
  ],
  figure_note: [
    "note_id",
    "release_id",
    "item",
    "reply_to",
    "author_id",
    "at",
    "text",
    "revision",
    "withdrawn_at",
    "resolved_at",
    "resolved_by",
  ],
  figure_note_text: ["note_id", "revision", "text", "until"],
  figure_note_mention: ["note_id", "account_id"],
  measure: [
    "measure_id",
    "title",
    "kind",
    "why",
    "state",
    "responsible_id",
    "responsible_name",
    "starts_on",
    "ends_on",
    "audience",
    "budget",
    "result",
    "round_id",
    "revision",
  ],
  measure_evidence: ["measure_id", "release_id", "item"],
  measure_event: ["measure_id", "number", "at", "by", "state", "changes"],
  response: ["round_id", "response_id", "invitation_id", "state", "seq", "submitted_at"],
  field: ["round_id", "response_id", "path", "value", "rev", "changed_at", "changed_by"],
  operation: ["round_id", "response_id", "op_id", "path", "base", "rev", "value", "body_hash", "by"],
  presence: ["invitation_id", "client_id", "account_id", "place", "seen_at"],
  submission: ["round_id", "response_id", "submission_id", "number", "receipt", "answers", "invisible", "checksum"],
  sign_off: ["round_id", "response_id", "account_id", "seq", "at"],
  response_event: ["round_id", "response_id", "event_id", "kind", "number", "reason", "at", "by"],
  exchange_step: ["project_id", "number", "published", "seeks", "seeks_text", "offers", "offers_text", "at", "by"],
  exchange_contact: ["contact_id", "from_project", "to_project", "by", "at"],
  naming_step: ["round_id", "response_id", "number", "withdrawn", "at", "by"],
  coding_item: ["round_id", "item"],
  coding_text: ["text_id", "round_id", "item", "response_id", "entry"],
  coding_code: [
    "code_id",
    "round_id",
    "item",
    "parent_id",
    "position",
    "name",
    "named_by",
    "approved_by",
    "merged_into",
  ],
  coder: ["round_id", "item", "account_id", "started_at", "finished_at"],
  coding: ["text_id", "account_id", "round_id", "item", "kind", "codes", "at"],
  settled_text: ["text_id", "round_id", "codes", "reason", "by", "at"],
  quote: ["quote_id", "text_id", "round_id", "text", "proposed_by", "decision", "decided_by", "decided_at", "reason"],
  cell: ["round_id", "response_id", "position", "item", "entry", "code", "number", "text", "visible"],
  note: ["round_id", "invitation_id", "note_id", "place", "kind", "text", "by", "at", "withdrawn_at"],
  place_mark: [
    "round_id",
    "invitation_id",
    "place",
    "assignee",
    "assigned_by",
    "assigned_at",
    "clarified_by",
    "clarified_at",
  ],
  rounding_key: ["round_id", "key_id", "key", "made_at"],
  release: [
    "release_id",
    "round_id",
    "number",
    "kind",
    "corrects",
    "method",
    "rule",
    "version_checksum",
    "respondents",
    "checksum",
  ],
  release_group: ["release_id", "breakdown", "group_code", "position", "breakdown_label", "label", "n"],
  release_item: ["release_id", "item", "position", "question", "scale", "title", "label", "codes", "withheld"],
  release_run: ["release_id", "round_id", "kind", "requested_by", "stage", "done", "total", "problem", "failed_at"],
  release_respondent: ["release_id", "response_id", "organisation_id", "submitted_at", "content"],
  release_quote: ["release_id", "item", "position", "text"],
  release_network: ["release_id", "question", "attributes", "frequencies", "kinds", "reports_not_drawn", "wishes"],
  release_node: ["release_id", "project_id", "name", "answered", "attributes"],
  release_tie: ["release_id", "from_project_id", "to_project_id", "frequency", "kinds", "closest"],
  shown_node: ["release_id", "project_id", "name", "answered", "attributes"],
  shown_tie: ["release_id", "from_project_id", "to_project_id", "frequency"],
  release_figure: ["release_id", "item", "breakdown", "group_code", "base", "unanswered", "mean", "counts"],
  mail: [
    "mail_id",
    "mail_key",
    "kind",
    "account_id",
    "subject_ids",
    "state",
    "queued_at",
    "sent_at",
    "round_id",
    "message_id",
  ],
  mail_template: ["kind", "locale", "subject", "body", "changed_by", "changed_at"],
  bounce_mark: ["file", "read_bytes", "read_at"],
};

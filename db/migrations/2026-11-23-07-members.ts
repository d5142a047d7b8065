import { type Kysely, sql } from "kysely";

/** Looking after members: imports that can be undone, asked-for changes of attributes, address changes, own sessions. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    -- A file that was read but not yet applied, or what is needed to undo it. Rows hold people: erased after retention.
    create table member_import (
      import_id uuid primary key,
      file_name text not null,
      state text not null default 'preview' check (state in ('preview', 'applied', 'undone', 'discarded')),
      rows jsonb not null,
      undo jsonb,
      made_by uuid not null references account,
      made_at timestamptz not null default now(),
      applied_at timestamptz,
      ended_at timestamptz
    );

    -- What breakdowns use is changed by the coordination; a project's lead asks for it.
    create table attribute_request (
      request_id uuid primary key,
      project_id uuid not null references project on delete cascade,
      changes jsonb not null,
      valid_from date not null,
      note text not null default '',
      state text not null default 'open' check (state in ('open', 'accepted', 'refused', 'withdrawn')),
      asked_by uuid not null references account,
      asked_at timestamptz not null default now(),
      decided_by uuid references account,
      decided_at timestamptz,
      reason text not null default ''
    );
    create unique index attribute_request_open on attribute_request (project_id) where state = 'open';

    -- The link goes to the new address; its hash is set when the mail is sent, as with sign-in.
    create table address_change (
      change_id uuid primary key,
      account_id uuid not null references account on delete cascade,
      address text not null check (address = lower(address)),
      link_hash bytea unique,
      asked_at timestamptz not null default now(),
      expires_at timestamptz not null,
      used_at timestamptz
    );

    alter table account add column pseudonymised_at timestamptz;
    -- Mail to the address came back: nothing more is sent there until somebody mends it.
    alter table account add column bounced_at timestamptz;
    alter table account add column invited_at timestamptz;
    -- Names a session on the account page without being the key to it.
    alter table session add column session_id uuid not null unique default gen_random_uuid();

    grant select, insert, update, delete on member_import, attribute_request, address_change to praxisspiegel_app;
  `.execute(db);
}

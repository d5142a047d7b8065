import { type Kysely, sql } from "kysely";

/** Organisations, projects with dated attributes, accounts and their parts, sign-in, sessions, limits, audit. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    grant usage on schema public to praxisspiegel_app, praxisspiegel_report;

    create table organisation (
      organisation_id uuid primary key,
      name text not null unique,
      is_partner boolean not null default false
    );

    create table project (
      project_id uuid primary key,
      organisation_id uuid not null references organisation,
      name text not null,
      active_from date not null,
      active_until date check (active_until >= active_from),
      unique (organisation_id, name)
    );

    -- One row per value, because phenomena and settings are lists. A round copies what is true on the day it opens.
    create table project_attribute (
      project_id uuid not null references project on delete cascade,
      attribute text not null,
      value text not null,
      valid_from date not null,
      valid_until date check (valid_until >= valid_from),
      primary key (project_id, attribute, value, valid_from)
    );

    create table account (
      account_id uuid primary key,
      address text not null unique check (address = lower(address)),
      name text not null,
      locale text not null default 'de' check (locale in ('de', 'en')),
      created_at timestamptz not null default now(),
      disabled_at timestamptz
    );

    create table membership (
      membership_id uuid primary key default gen_random_uuid(),
      account_id uuid not null references account on delete cascade,
      role text not null check (role in ('coordination', 'steering', 'analyst', 'lead', 'member')),
      project_id uuid references project on delete cascade,
      check ((role in ('lead', 'member')) = (project_id is not null)),
      unique nulls not distinct (account_id, role, project_id)
    );
    create index membership_project on membership (project_id);

    create table session (
      token_hash bytea primary key,
      account_id uuid not null references account on delete cascade,
      created_at timestamptz not null default now(),
      seen_at timestamptz not null default now()
    );
    create index session_account on session (account_id);

    -- The link and the code are made when the mail is sent: until then their hashes are null, and they are nowhere else.
    create table sign_in (
      sign_in_id uuid primary key,
      account_id uuid references account on delete cascade,
      browser_hash bytea not null,
      link_hash bytea unique,
      code_hash bytea,
      return_to text not null default '/',
      asked_at timestamptz not null default now(),
      expires_at timestamptz not null,
      used_at timestamptz
    );

    create table rate_limit (
      bucket text not null,
      key_hash bytea not null,
      window_start timestamptz not null,
      hits integer not null default 1,
      primary key (bucket, key_hash, window_start)
    );

    create table audit (
      audit_id bigint generated always as identity primary key,
      at timestamptz not null default now(),
      actor_id uuid,
      verb text not null,
      object text not null,
      object_id text not null,
      detail jsonb not null default '{}'
    );

    grant select, insert, update, delete on organisation, project, project_attribute, account, membership,
      session, sign_in, rate_limit to praxisspiegel_app;
    grant select, insert on audit to praxisspiegel_app;
  `.execute(db);
}

import { type Kysely, sql } from "kysely";

/** Questionnaires with immutable versions, series, rounds and invitations with the attributes of the opening day. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table questionnaire (
      questionnaire_id uuid primary key,
      name text not null unique,
      title jsonb not null,
      created_at timestamptz not null default now()
    );

    -- Only published versions stand here. The app may insert and read: it has no right to change or delete one.
    create table version (
      version_id uuid primary key,
      questionnaire_id uuid not null references questionnaire,
      number integer not null check (number > 0),
      definition jsonb not null,
      checksum text not null,
      published_at timestamptz not null default now(),
      published_by uuid,
      unique (questionnaire_id, number)
    );

    create table series (
      series_id uuid primary key,
      questionnaire_id uuid not null references questionnaire,
      name text not null
    );

    create table round (
      round_id uuid primary key,
      series_id uuid not null references series,
      version_id uuid not null references version,
      title jsonb not null,
      wave text not null,
      privacy text not null check (privacy in ('named', 'confidential', 'anonymous')),
      strict boolean not null default false,
      state text not null default 'draft' check (state in ('draft', 'open', 'closed', 'released', 'archived')),
      opens_at timestamptz not null,
      closes_at timestamptz not null check (closes_at > opens_at),
      opened_at timestamptz,
      closed_at timestamptz,
      fictional boolean not null default false,
      roster jsonb not null default '[]',
      created_at timestamptz not null default now()
    );
    create index round_state on round (state);

    create table invitation (
      round_id uuid not null references round,
      invitation_id uuid not null,
      project_id uuid not null references project,
      organisation_id uuid not null references organisation,
      attributes jsonb not null,
      invited_at timestamptz not null default now(),
      first_opened_at timestamptz,
      primary key (round_id, invitation_id),
      unique (round_id, project_id)
    );
    create unique index invitation_id on invitation (invitation_id);
    create index invitation_project on invitation (project_id);

    create function keep_closed_round() returns trigger language plpgsql as $$
    begin
      if tg_op = 'DELETE' then
        if old.state = 'draft' then return old; end if;
        raise exception 'a round that was opened cannot be deleted' using errcode = 'P0101';
      end if;
      if old.state in ('closed', 'released', 'archived') then
        if (to_jsonb(new) - 'state') <> (to_jsonb(old) - 'state')
          or array_position(array['closed', 'released', 'archived'], new.state) is null
          or array_position(array['closed', 'released', 'archived'], new.state)
             < array_position(array['closed', 'released', 'archived'], old.state) then
          raise exception 'a closed round cannot be changed' using errcode = 'P0101';
        end if;
      elsif old.state = 'open' then
        if new.state not in ('open', 'closed')
          or (to_jsonb(new) - '{state,closes_at,closed_at}'::text[]) <> (to_jsonb(old) - '{state,closes_at,closed_at}'::text[]) then
          raise exception 'an open round keeps its structure' using errcode = 'P0101';
        end if;
      end if;
      return new;
    end $$;
    create trigger keep_closed_round before update or delete on round for each row execute function keep_closed_round();

    grant select, insert on questionnaire, version, series to praxisspiegel_app;
    grant update (title) on questionnaire to praxisspiegel_app;
    grant select, insert, update, delete on round to praxisspiegel_app;
    grant select, insert on invitation to praxisspiegel_app;
    grant update (first_opened_at) on invitation to praxisspiegel_app;
  `.execute(db);
}

import { type Kysely, sql } from "kysely";

/** Rounds that are prepared, amended, extended and cancelled; people without an account; who does not take part. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    alter table round drop constraint round_state_check;
    alter table round add constraint round_state_check
      check (state in ('draft', 'open', 'closed', 'released', 'archived', 'cancelled'));
    -- how the audience was chosen: {"kind": "all"} and others, see tables/round.ts
    alter table round add column audience jsonb not null default '{"kind": "all"}';
    -- days before the deadline on which those are reminded who have not submitted
    alter table round add column reminders integer[] not null default '{7,2}';
    alter table round add column created_by uuid;
    alter table round add column cancelled_at timestamptz;
    -- when deadline or reminders of the open round were last changed: what was due before reminds nobody at once
    alter table round add column reminders_from timestamptz;
    -- who said that the draft opens by itself at its beginning; any change of the draft takes it back
    alter table round add column planned_by uuid;
    create index round_planned on round (opens_at) where state = 'draft' and planned_by is not null;

    -- A person by link belongs to no project. Tokens are derived from the app's secret when a mail is sent: only the
    -- hash is kept.
    alter table invitation alter column project_id drop not null;
    alter table invitation alter column organisation_id drop not null;
    alter table invitation add column kind text not null default 'project' check (kind in ('project', 'personal', 'open'));
    alter table invitation add constraint invitation_of_project
      check ((kind = 'project') = (project_id is not null and organisation_id is not null));
    alter table invitation add column token_hash bytea unique;
    alter table invitation add column address text check (address = lower(address));
    alter table invitation add column name text;
    alter table invitation add column locale text not null default 'de' check (locale in ('de', 'en'));
    alter table invitation add column declined_at timestamptz;
    alter table invitation add column decline_reason text;
    alter table invitation add column reminders_off_at timestamptz;
    alter table invitation add column bounced_at timestamptz;
    create unique index invitation_address on invitation (round_id, address) where address is not null;

    -- One link for many: the token is derived from the id, so that the sheet can be printed again.
    create table open_link (
      link_id uuid primary key,
      round_id uuid not null references round,
      label text not null default '',
      token_hash bytea not null unique,
      uses_limit integer not null check (uses_limit between 1 and 5000),
      uses integer not null default 0 check (uses <= uses_limit),
      made_by uuid,
      made_at timestamptz not null default now(),
      revoked_at timestamptz
    );

    create or replace function keep_closed_round() returns trigger language plpgsql as $$
    declare changeable text[] := '{state,closes_at,closed_at,cancelled_at,reminders,reminders_from,version_id}';
    begin
      if tg_op = 'DELETE' then
        if old.state = 'draft' then return old; end if;
        raise exception 'a round that was opened cannot be deleted' using errcode = 'P0101';
      end if;
      if old.state = 'cancelled' then
        raise exception 'a cancelled round cannot be changed' using errcode = 'P0101';
      elsif old.state in ('closed', 'released', 'archived') then
        if (to_jsonb(new) - 'state') <> (to_jsonb(old) - 'state')
          or array_position(array['closed', 'released', 'archived'], new.state) is null
          or array_position(array['closed', 'released', 'archived'], new.state)
             < array_position(array['closed', 'released', 'archived'], old.state) then
          raise exception 'a closed round cannot be changed' using errcode = 'P0101';
        end if;
      elsif old.state = 'open' then
        if new.state not in ('open', 'closed', 'cancelled')
          or (to_jsonb(new) - changeable) <> (to_jsonb(old) - changeable) then
          raise exception 'an open round keeps its structure' using errcode = 'P0101';
        end if;
        -- Wording only: the new version must name the present one as what it amends.
        if new.version_id <> old.version_id and not exists (
          select from version where version_id = new.version_id and amends = old.version_id) then
          raise exception 'an open round takes an amendment of its version and nothing else' using errcode = 'P0101';
        end if;
      end if;
      return new;
    end $$;

    create or replace function keep_audience_of_closed_round() returns trigger language plpgsql as $$
    declare state_now text;
    begin
      select state into state_now from round where round_id = new.round_id for share;
      if state_now in ('closed', 'released', 'archived', 'cancelled') then
        raise exception 'the round is %', state_now using errcode = 'P0101';
      end if;
      return new;
    end $$;

    -- Who was invited once stays; of a draft nobody has been told yet.
    create function keep_invited() returns trigger language plpgsql as $$
    begin
      perform from round where round_id = old.round_id and state = 'draft' for share;
      if not found then
        raise exception 'nobody is uninvited from a round that was opened' using errcode = 'P0101';
      end if;
      return old;
    end $$;
    create trigger keep_invited before delete on invitation for each row execute function keep_invited();
    grant select, insert, update, delete on open_link to praxisspiegel_app;
    grant delete on invitation to praxisspiegel_app;
    -- name and address: who was invited by link may ask to be forgotten
    grant update (name, address, first_opened_at, declined_at, decline_reason, reminders_off_at, bounced_at)
      on invitation to praxisspiegel_app;
  `.execute(db);
}

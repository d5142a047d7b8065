import { type Kysely, sql } from "kysely";

/** Reminders whose day lies before a change of deadline or days are left out: a change reminds nobody at once. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    alter table round add column reminders_from timestamptz;

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
  `.execute(db);
}

import { type Kysely, sql } from "kysely";

/**
 * What was never submitted, and what a team said to each other, is erased some time after a round has ended. Only a function
 * of the owner can: the app has no right to delete answers, and the triggers let nobody else.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    -- Only within the function below: its owner alone can say so, for one transaction.
    create function is_erasing(of_table oid) returns boolean language sql stable as $$
      select current_setting('praxisspiegel.erasing', true) = 'on'
        and current_user = (select pg_get_userbyid(relowner) from pg_class where oid = of_table)
    $$;

    create or replace function keep_answers_of_closed_round() returns trigger language plpgsql as $$
    declare state_now text;
    begin
      if tg_op = 'DELETE' and is_erasing(tg_relid) then
        return old;
      end if;
      select state into state_now from round
        where round_id = coalesce(new.round_id, old.round_id) for share;
      if state_now <> 'open' then
        raise exception 'the round is %', state_now using errcode = 'P0101';
      end if;
      return coalesce(new, old);
    end $$;

    create or replace function keep_rows_of_closed_round() returns trigger language plpgsql as $$
    declare state_now text;
    begin
      if tg_op = 'DELETE' and is_erasing(tg_relid) then
        return null;
      end if;
      for state_now in
        select round.state from round where round_id in (select distinct round_id from changed) for share
      loop
        if state_now <> 'open' then
          raise exception 'the round is %', state_now using errcode = 'P0101';
        end if;
      end loop;
      return null;
    end $$;

    -- Erases drafts, notes and marks of rounds that ended before, at least thirty days ago whatever the app asks for.
    -- Gives back how much was erased of which round.
    create function erase_what_is_over(ended_before timestamptz)
      returns table (round_id uuid, drafts integer, notes integer)
      language plpgsql security definer set search_path = public as $$
    declare over uuid;
    begin
      if ended_before > now() - interval '30 days' then
        raise exception 'the round has ended too recently' using errcode = 'P0101';
      end if;
      perform set_config('praxisspiegel.erasing', 'on', true);
      for over in
        select r.round_id from round r
        where r.state in ('closed', 'released', 'archived', 'cancelled')
          and coalesce(r.closed_at, r.closes_at) < ended_before
        order by r.round_id
      loop
        delete from response d where d.round_id = over and d.state = 'draft';
        get diagnostics drafts = row_count;
        delete from note n where n.round_id = over;
        get diagnostics notes = row_count;
        delete from place_mark m where m.round_id = over;
        if drafts + notes > 0 then
          round_id := over;
          return next;
        end if;
      end loop;
      perform set_config('praxisspiegel.erasing', 'off', true);
    end $$;
    revoke execute on function erase_what_is_over(timestamptz) from public;
    grant execute on function erase_what_is_over(timestamptz) to praxisspiegel_app;
  `.execute(db);
}

import { type Kysely, sql } from "kysely";

/**
 * Anonymous rounds that are cancelled leave nothing to link, a rewriting that failed is made up for, and people by link
 * can be forgotten.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    -- Rounds that ended and whose traces in participation and inbox have not been rewritten since.
    create table rewrite_due (round_id uuid primary key references round);
    grant select on rewrite_due to praxisspiegel_app;

    -- As before, and the rewriting is due from here on, whether it is done after the commit or not.
    create or replace function empty_inbox(of_round uuid, fewest integer, at_time timestamptz) returns integer
      language plpgsql security definer set search_path = public as $$
    declare moved integer;
    begin
      perform from round r where r.round_id = of_round and r.state = 'open' and r.privacy = 'anonymous';
      if not found then raise exception 'the inbox is emptied at closing' using errcode = 'P0101'; end if;
      lock table participation, inbox in exclusive mode;
      insert into rewrite_due (round_id) values (of_round) on conflict do nothing;
      if (select count(*) from inbox i where i.round_id = of_round) < greatest(fewest, 10) then return 0; end if;

      create temporary table drawn on commit drop as
        select gen_random_uuid() as response_id, answers, invisible, cells
        from inbox i where i.round_id = of_round order by random();
      create temporary table ordered on commit drop as select * from drawn order by response_id;
      insert into response (round_id, response_id, invitation_id, state, seq, started_at, changed_at, submitted_at)
        select of_round, response_id, null, 'submitted', 1, at_time, at_time, at_time from ordered order by response_id;
      insert into submission (round_id, response_id, submission_id, number, receipt, answers, invisible, checksum, submitted_at)
        select of_round, response_id, gen_random_uuid(), 1, gen_random_uuid()::text, answers, invisible,
          encode(sha256(convert_to(answers::text, 'UTF8')), 'hex'), at_time
        from ordered order by response_id;
      insert into cell (round_id, response_id, position, item, entry, code, number, text, visible)
        select of_round, o.response_id, c.position, c.item, c.entry, c.code, c.number, c.text, c.visible
        from ordered o cross join lateral jsonb_to_recordset(o.cells) as
          c(position integer, item text, entry text, code text, number double precision, text text, visible boolean)
        order by o.response_id, c.position;
      select count(*) into moved from ordered;
      delete from inbox i where i.round_id = of_round;
      return moved;
    end $$;

    -- Erases what waits of a round that was cancelled: nobody will ever read it. Gives back how many. Runs in the
    -- transaction that cancels the round, which holds the round; the tables are locked in the order of a submission.
    create function discard_inbox(of_round uuid) returns integer
      language plpgsql security definer set search_path = public as $$
    declare erased integer;
    begin
      perform from round r where r.round_id = of_round and r.state = 'cancelled' and r.privacy = 'anonymous';
      if not found then raise exception 'the inbox is erased at cancelling' using errcode = 'P0101'; end if;
      lock table participation, inbox in exclusive mode;
      insert into rewrite_due (round_id) values (of_round) on conflict do nothing;
      delete from inbox i where i.round_id = of_round;
      get diagnostics erased = row_count;
      return erased;
    end $$;
    revoke all on function discard_inbox from public;
    grant execute on function discard_inbox to praxisspiegel_app;

    -- As before, and what was due is done. Whoever makes it due holds the tables: a row seen here was rewritten here.
    create or replace function rewrite_participation() returns void
      language plpgsql security definer set search_path = public as $$
    begin
      -- Rounds first, as everybody else: the rows written below refer to them, and one may just be closing.
      perform from round where privacy = 'anonymous' order by round_id for key share;
      lock table participation, inbox in access exclusive mode;
      create temporary table participation_kept on commit drop as select * from participation;
      create temporary table inbox_kept on commit drop as select * from inbox;
      truncate participation, inbox;
      insert into participation select * from participation_kept order by round_id, token_hash;
      -- What stays sealed belongs to a closed round, which takes nothing in.
      alter table inbox disable trigger keep_open;
      insert into inbox select * from inbox_kept order by round_id, submission_id;
      alter table inbox enable trigger keep_open;
      drop table participation_kept, inbox_kept;
      delete from rewrite_due;
    end $$;

    -- Who was invited by link may ask to be forgotten.
    grant update (name, address) on invitation to praxisspiegel_app;
  `.execute(db);
}

import { type Kysely, sql } from "kysely";

/**
 * Anonymous rounds: who took part and what was answered share no key. A submission waits in the inbox, which no login
 * role may read. It is emptied once, at closing, in random order, into responses with new ids and one common time.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    -- By link only: a token that was used once cannot be used again. No time, nothing that leads to an answer.
    create table participation (
      round_id uuid not null references round,
      token_hash bytea not null,
      used boolean not null default false,
      primary key (round_id, token_hash)
    );

    -- submission_id is made by the browser, so that a retry is harmless; it is given up when the inbox is emptied.
    create table inbox (
      round_id uuid not null references round,
      submission_id uuid not null,
      body_hash text not null,
      answers jsonb not null,
      invisible jsonb not null default '[]',
      cells jsonb not null,
      primary key (round_id, submission_id)
    );

    alter table response alter column invitation_id drop not null;

    create function keep_inbox_of_open_round() returns trigger language plpgsql as $$
    begin
      perform from round where round_id = new.round_id and state = 'open' and privacy = 'anonymous' for share;
      if not found then raise exception 'the round takes no answers' using errcode = 'P0101'; end if;
      return new;
    end $$;
    create trigger keep_open before insert on inbox for each row execute function keep_inbox_of_open_round();

    -- An id that was sent before: 'same', 'different', or null. Says nothing about what was answered.
    create function find_in_inbox(of_round uuid, submission uuid, body text) returns text
      language sql security definer set search_path = public stable as $$
      select case when body_hash = body then 'same' else 'different' end
        from inbox where round_id = of_round and submission_id = submission
    $$;

    create function count_inbox(of_round uuid) returns bigint
      language sql security definer set search_path = public stable as $$
      select count(*) from inbox where round_id = of_round
    $$;

    -- Rounds that ended and whose traces in participation and inbox have not been written anew since.
    create table rewrite_due (round_id uuid primary key references round);

    -- In anonymous rounds projects take part under a token as well. Nobody has a link with it: it is random.
    create function give_token() returns trigger language plpgsql as $$
    begin
      if new.token_hash is null and exists (
        select from round where round_id = new.round_id and privacy = 'anonymous') then
        new.token_hash := sha256(uuid_send(gen_random_uuid()) || uuid_send(gen_random_uuid()));
      end if;
      return new;
    end $$;
    create trigger give_token before insert on invitation for each row execute function give_token();

    -- Moves what waits into responses, if at least so many came; otherwise it stays sealed. Gives back how many. Runs in
    -- the transaction that closes the round, while it is still open and locked. The tables are locked in the order in
    -- which a submission takes them. The order of the new ids is random, and that of the rows as well.
    create function empty_inbox(of_round uuid, fewest integer, at_time timestamptz) returns integer
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
        from inbox i where i.round_id = of_round;
      insert into response (round_id, response_id, invitation_id, state, seq, started_at, changed_at, submitted_at)
        select of_round, response_id, null, 'submitted', 1, at_time, at_time, at_time from drawn order by response_id;
      insert into submission (round_id, response_id, submission_id, number, receipt, answers, invisible, checksum, submitted_at)
        select of_round, response_id, gen_random_uuid(), 1, gen_random_uuid()::text, answers, invisible,
          encode(sha256(convert_to(answers::text, 'UTF8')), 'hex'), at_time
        from drawn order by response_id;
      insert into cell (round_id, response_id, position, item, entry, code, number, text, visible)
        select of_round, d.response_id, c.position, c.item, c.entry, c.code, c.number, c.text, c.visible
        from drawn d cross join lateral jsonb_to_recordset(d.cells) as
          c(position integer, item text, entry text, code text, number double precision, text text, visible boolean)
        order by d.response_id, c.position;
      select count(*) into moved from drawn;
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
    -- Writes both tables anew in the order of their random keys and under one transaction number, so that neither a row's
    -- place nor its xmin tells when it came (CLUSTER keeps xmin). In a transaction of its own, after the one that ended
    -- the round. Whoever makes it due holds the tables: a row seen here was rewritten here.
    create function rewrite_participation() returns void
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

    revoke all on function find_in_inbox, count_inbox, empty_inbox, discard_inbox, rewrite_participation from public;
    grant execute on function find_in_inbox, count_inbox, empty_inbox, discard_inbox, rewrite_participation to praxisspiegel_app;
    grant select on rewrite_due to praxisspiegel_app;
    grant select, insert on participation to praxisspiegel_app;
    grant update (used) on participation to praxisspiegel_app;
    grant insert on inbox to praxisspiegel_app;
  `.execute(db);
}

import { type Kysely, sql } from "kysely";

/** Links without account: addressees of a draft can be taken out again, and no order of participation outlives closing. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
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
    grant delete on invitation to praxisspiegel_app;

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

    -- As before, but the tables are locked in the order in which a submission takes them: the closing of one round and a
    -- submission to another do not wait for each other.
    create or replace function empty_inbox(of_round uuid, fewest integer, at_time timestamptz) returns integer
      language plpgsql security definer set search_path = public as $$
    declare moved integer;
    begin
      perform from round r where r.round_id = of_round and r.state = 'open' and r.privacy = 'anonymous';
      if not found then raise exception 'the inbox is emptied at closing' using errcode = 'P0101'; end if;
      lock table participation, inbox in exclusive mode;
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

    -- CLUSTER keeps the number of the transaction that wrote a row, and with it the order in which people took part.
    -- Written anew, all rows have the same, and stand in the order of their random keys.
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
    end $$;
  `.execute(db);
}

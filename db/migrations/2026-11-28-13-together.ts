import { type Kysely, sql } from "kysely";

/**
 * Filling in together: a field says at which step of its response it was written, so that a browser asks for what is new
 * only; an operation that clashed stays open until another one settles it; who is here is kept in a table that nothing
 * depends on. The triggers that keep closed rounds ask once per statement where many rows are written at once.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    alter table field add column seq bigint not null default 0;
    create index field_seq on field (round_id, response_id, seq);
    grant update (seq) on field to praxisspiegel_app;

    alter table operation add column base_op uuid;
    alter table operation add column settled_by uuid;
    create index operation_open on operation (round_id, response_id) where rev is null and settled_by is null;
    create index operation_path on operation (round_id, response_id, path);
    grant update (settled_by) on operation to praxisspiegel_app;

    create unlogged table presence (
      invitation_id uuid not null,
      client_id uuid not null,
      account_id uuid references account on delete cascade,
      place text,
      seen_at timestamptz not null default now(),
      primary key (invitation_id, client_id)
    );
    grant select, insert, update, delete on presence to praxisspiegel_app;

    create function keep_rows_of_closed_round() returns trigger language plpgsql as $$
    declare state_now text;
    begin
      for state_now in
        select round.state from round where round_id in (select distinct round_id from changed) for share
      loop
        if state_now <> 'open' then
          raise exception 'the round is %', state_now using errcode = 'P0101';
        end if;
      end loop;
      return null;
    end $$;

    drop trigger keep_closed on field;
    drop trigger keep_closed on operation;
    drop trigger keep_closed on cell;
    create trigger keep_closed_insert after insert on field referencing new table as changed
      for each statement execute function keep_rows_of_closed_round();
    create trigger keep_closed_update after update on field referencing old table as changed
      for each statement execute function keep_rows_of_closed_round();
    create trigger keep_closed_delete after delete on field referencing old table as changed
      for each statement execute function keep_rows_of_closed_round();
    create trigger keep_closed_insert after insert on operation referencing new table as changed
      for each statement execute function keep_rows_of_closed_round();
    create trigger keep_closed_update after update on operation referencing old table as changed
      for each statement execute function keep_rows_of_closed_round();
    create trigger keep_closed_delete after delete on operation referencing old table as changed
      for each statement execute function keep_rows_of_closed_round();
    create trigger keep_closed_insert after insert on cell referencing new table as changed
      for each statement execute function keep_rows_of_closed_round();
    create trigger keep_closed_update after update on cell referencing old table as changed
      for each statement execute function keep_rows_of_closed_round();
    create trigger keep_closed_delete after delete on cell referencing old table as changed
      for each statement execute function keep_rows_of_closed_round();
  `.execute(db);
}

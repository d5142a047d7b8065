import { type Kysely, sql } from "kysely";

/** Responses with their fields, the operations that made them, submissions and cells. Every key begins with the round. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table response (
      round_id uuid not null references round,
      response_id uuid not null,
      invitation_id uuid not null,
      state text not null default 'draft' check (state in ('draft', 'submitted')),
      seq bigint not null default 0,
      started_at timestamptz not null default now(),
      changed_at timestamptz not null default now(),
      submitted_at timestamptz,
      primary key (round_id, response_id),
      unique (round_id, invitation_id),
      foreign key (round_id, invitation_id) references invitation
    );

    create table field (
      round_id uuid not null,
      response_id uuid not null,
      path text not null,
      value jsonb,
      rev integer not null,
      changed_at timestamptz not null default now(),
      changed_by uuid,
      primary key (round_id, response_id, path),
      foreign key (round_id, response_id) references response on delete cascade
    );

    create table operation (
      round_id uuid not null,
      response_id uuid not null,
      op_id uuid not null,
      path text not null,
      base integer not null,
      rev integer,
      value jsonb,
      body_hash text not null,
      at timestamptz not null default now(),
      by uuid,
      primary key (round_id, response_id, op_id),
      foreign key (round_id, response_id) references response on delete cascade
    );

    create table submission (
      round_id uuid not null,
      response_id uuid not null,
      submission_id uuid not null,
      number integer not null,
      receipt text not null unique,
      answers jsonb not null,
      invisible jsonb not null default '[]',
      checksum text not null,
      submitted_at timestamptz not null default now(),
      submitted_by uuid,
      primary key (round_id, response_id, submission_id),
      unique (round_id, response_id, number),
      foreign key (round_id, response_id) references response on delete cascade
    );

    -- The long form of the submission that counts. Cells that the definition's conditions hide never enter a base.
    create table cell (
      round_id uuid not null,
      response_id uuid not null,
      position integer not null,
      item text not null,
      entry text,
      code text,
      number double precision,
      text text,
      visible boolean not null,
      primary key (round_id, response_id, position),
      foreign key (round_id, response_id) references response on delete cascade
    );
    create index cell_item on cell (round_id, item) include (response_id, code, number) where visible;

    create function keep_answers_of_closed_round() returns trigger language plpgsql as $$
    declare state_now text;
    begin
      select state into state_now from round
        where round_id = coalesce(new.round_id, old.round_id) for share;
      if state_now <> 'open' then
        raise exception 'the round is %', state_now using errcode = 'P0101';
      end if;
      return coalesce(new, old);
    end $$;
    create trigger keep_closed before insert or update or delete on response
      for each row execute function keep_answers_of_closed_round();
    create trigger keep_closed before insert or update or delete on field
      for each row execute function keep_answers_of_closed_round();
    create trigger keep_closed before insert or update or delete on submission
      for each row execute function keep_answers_of_closed_round();
    create trigger keep_closed before insert or update or delete on cell
      for each row execute function keep_answers_of_closed_round();

    grant select, insert, update on response, field to praxisspiegel_app;
    grant select, insert on operation, submission to praxisspiegel_app;
    grant select, insert, delete on cell to praxisspiegel_app;
  `.execute(db);
}

import { type Kysely, sql } from "kysely";

/**
 * What a team says to each other beside its answers: notes, who is asked for what, what is settled. Keyed by the
 * invitation, because a question may be asked before there is any answer. Never part of an answer.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table note (
      round_id uuid not null,
      invitation_id uuid not null,
      note_id uuid not null,
      place text not null check (char_length(place) between 1 and 250),
      kind text not null check (kind in ('comment', 'reason')),
      text text not null check (char_length(text) <= 2000),
      by uuid not null references account,
      at timestamptz not null default now(),
      withdrawn_at timestamptz,
      primary key (round_id, invitation_id, note_id),
      foreign key (round_id, invitation_id) references invitation,
      -- What was taken back is gone.
      check ((withdrawn_at is null) = (text <> ''))
    );

    create table place_mark (
      round_id uuid not null,
      invitation_id uuid not null,
      place text not null check (char_length(place) between 1 and 250),
      assignee uuid references account,
      assigned_by uuid references account,
      assigned_at timestamptz,
      clarified_by uuid references account,
      clarified_at timestamptz,
      primary key (round_id, invitation_id, place),
      foreign key (round_id, invitation_id) references invitation,
      check ((assignee is null) = (assigned_at is null)),
      check ((clarified_by is null) = (clarified_at is null))
    );
    create index place_mark_assignee on place_mark (assignee) where assignee is not null;

    create trigger keep_closed before insert or update or delete on note
      for each row execute function keep_answers_of_closed_round();
    create trigger keep_closed before insert or update or delete on place_mark
      for each row execute function keep_answers_of_closed_round();

    create function keep_note() returns trigger language plpgsql as $$
    begin
      if old.withdrawn_at is not null or new.withdrawn_at is null then
        raise exception 'a note is withdrawn once and never rewritten' using errcode = 'P0101';
      end if;
      return new;
    end $$;
    create trigger keep_note before update on note for each row execute function keep_note();

    grant select, insert on note to praxisspiegel_app;
    grant update (text, withdrawn_at) on note to praxisspiegel_app;
    grant select, insert on place_mark to praxisspiegel_app;
    grant update (assignee, assigned_by, assigned_at, clarified_by, clarified_at) on place_mark to praxisspiegel_app;
  `.execute(db);
}

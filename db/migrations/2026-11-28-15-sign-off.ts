import { type Kysely, sql } from "kysely";

/**
 * Signing off, and what happens after submission: a response can be opened again or withdrawn while its round is open.
 * Every such step is a row that nobody can change. A submission is never touched; what was withdrawn is known by its row.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    alter table response drop constraint response_state_check;
    alter table response add constraint response_state_check check (state in ('draft', 'submitted', 'reopened'));
    -- two people have to sign off before this response is submitted
    alter table response add column two_sign_offs boolean not null default false;
    grant update (two_sign_offs) on response to praxisspiegel_app;

    -- the state that was submitted, so that a retry is known although the response was edited since
    alter table submission add column seq bigint not null default 0;
    alter table submission disable trigger keep_closed;
    update submission set seq = response.seq from response
      where response.round_id = submission.round_id and response.response_id = submission.response_id;
    alter table submission enable trigger keep_closed;

    -- A person's yes to the very state that they reviewed: any later change has another seq.
    create table sign_off (
      round_id uuid not null,
      response_id uuid not null,
      account_id uuid not null references account,
      seq bigint not null,
      at timestamptz not null default now(),
      primary key (round_id, response_id, account_id, seq),
      foreign key (round_id, response_id) references response on delete cascade
    );

    -- number: the submission that it is about
    create table response_event (
      round_id uuid not null,
      response_id uuid not null,
      event_id uuid not null,
      kind text not null check (kind in ('taken-back', 'withdrawn', 'reopened')),
      number integer not null,
      reason text not null default '' check (kind <> 'reopened' or reason <> ''),
      at timestamptz not null default now(),
      by uuid references account,
      primary key (round_id, response_id, event_id),
      foreign key (round_id, response_id) references response on delete cascade,
      foreign key (round_id, response_id, number) references submission (round_id, response_id, number)
    );

    create trigger keep_closed before insert or update or delete on sign_off
      for each row execute function keep_answers_of_closed_round();
    create trigger keep_closed before insert or update or delete on response_event
      for each row execute function keep_answers_of_closed_round();

    -- What was submitted leaves that state only with a row that says who did it, about the latest submission.
    create function keep_submitted() returns trigger language plpgsql as $$
    begin
      if new.state = old.state or new.state = 'submitted' then return new; end if;
      if new.state = 'reopened' and old.state <> 'submitted' then
        raise exception 'only what is submitted can be opened again' using errcode = 'P0103';
      end if;
      perform from response_event e
        where e.round_id = new.round_id and e.response_id = new.response_id
          and e.kind = any (case new.state when 'draft' then array['withdrawn'] else array['taken-back', 'reopened'] end)
          and e.number = (select max(s.number) from submission s
            where s.round_id = new.round_id and s.response_id = new.response_id);
      if not found then raise exception 'a step back needs its row' using errcode = 'P0103'; end if;
      return new;
    end $$;
    create trigger keep_submitted before update of state on response
      for each row execute function keep_submitted();

    grant select, insert on sign_off, response_event to praxisspiegel_app;
  `.execute(db);
}

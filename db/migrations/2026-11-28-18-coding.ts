import { type Kysely, sql } from "kysely";

/**
 * The coding of free texts of closed rounds: a tree of codes per item, what two people chose independently, what was
 * settled, and the quotes. A text gets a random id of its own, so that nobody at the desk learns whose it is or when it
 * came. All of it is written while the round is closed and not yet released.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table coding_item (
      round_id uuid not null references round,
      item text not null check (char_length(item) between 1 and 1000),
      primary key (round_id, item)
    );

    create table coding_text (
      text_id uuid primary key default gen_random_uuid(),
      round_id uuid not null,
      item text not null,
      response_id uuid not null,
      -- of a repeated group; '' outside
      entry text not null default '',
      unique (round_id, item, response_id, entry),
      foreign key (round_id, item) references coding_item,
      foreign key (round_id, response_id) references response on delete cascade
    );

    create table coding_code (
      code_id uuid primary key,
      round_id uuid not null,
      item text not null,
      parent_id uuid references coding_code,
      position integer not null,
      name text not null check (char_length(name) between 1 and 80),
      description text not null default '' check (char_length(description) <= 600),
      -- a passage that shows what is meant; it stays at the desk
      example text not null default '' check (char_length(example) <= 300),
      named_by uuid not null references account,
      approved_by uuid references account,
      approved_at timestamptz,
      -- what was given this code counts for that one
      merged_into uuid references coding_code,
      foreign key (round_id, item) references coding_item,
      check (approved_by <> named_by),
      check ((approved_by is null) = (approved_at is null)),
      check (parent_id <> code_id and merged_into <> code_id)
    );
    create index coding_code_item on coding_code (round_id, item, position);

    create table coder (
      round_id uuid not null,
      item text not null,
      account_id uuid not null references account,
      started_at timestamptz not null default now(),
      finished_at timestamptz,
      primary key (round_id, item, account_id),
      foreign key (round_id, item) references coding_item
    );

    create table coding (
      text_id uuid not null references coding_text on delete cascade,
      account_id uuid not null,
      round_id uuid not null,
      item text not null,
      kind text not null check (kind in ('codes', 'none', 'later')),
      codes uuid[] not null default '{}',
      at timestamptz not null default now(),
      primary key (text_id, account_id),
      foreign key (round_id, item, account_id) references coder,
      check ((kind = 'codes') = (cardinality(codes) > 0))
    );
    create index coding_coder on coding (round_id, item, account_id, at);

    -- What two people decided about a text on which the first two differed. No code at all is a decision, too.
    create table settled_text (
      text_id uuid primary key references coding_text on delete cascade,
      round_id uuid not null references round,
      codes uuid[] not null,
      reason text not null default '' check (char_length(reason) <= 500),
      by uuid not null references account,
      at timestamptz not null default now()
    );

    create table quote (
      quote_id uuid primary key,
      text_id uuid not null references coding_text on delete cascade,
      round_id uuid not null references round,
      text text not null check (char_length(text) between 1 and 400),
      proposed_by uuid not null references account,
      proposed_at timestamptz not null default now(),
      decision text check (decision in ('approved', 'refused')),
      decided_by uuid references account,
      decided_at timestamptz,
      reason text not null default '' check (char_length(reason) <= 500),
      check (decided_by <> proposed_by),
      check ((decision is null) = (decided_by is null) and (decision is null) = (decided_at is null)),
      check (decision is distinct from 'refused' or reason <> '')
    );
    create index quote_round on quote (round_id, proposed_at);

    create function keep_coding() returns trigger language plpgsql as $$
    declare state_now text;
    begin
      select state into state_now from round where round_id = coalesce(new.round_id, old.round_id) for share;
      if state_now <> 'closed' then
        raise exception 'the round is %', state_now using errcode = 'P0101';
      end if;
      return coalesce(new, old);
    end $$;
    create trigger keep_coding before insert or update or delete on coding_item for each row execute function keep_coding();
    create trigger keep_coding before insert or update on coding_text for each row execute function keep_coding();
    create trigger keep_coding before insert or update or delete on coding_code for each row execute function keep_coding();
    create trigger keep_coding before insert or update or delete on coder for each row execute function keep_coding();
    create trigger keep_coding before insert or update on coding for each row execute function keep_coding();
    create trigger keep_coding before insert or update on settled_text for each row execute function keep_coding();
    create trigger keep_coding before insert or update on quote for each row execute function keep_coding();

    -- Who has finished sees what the other chose: from then on the own choice stands.
    create function keep_finished_coding() returns trigger language plpgsql as $$
    declare finished timestamptz;
    begin
      select finished_at into finished from coder
        where round_id = coalesce(new.round_id, old.round_id) and item = coalesce(new.item, old.item)
          and account_id = coalesce(new.account_id, old.account_id)
        for share;
      if finished is not null then
        raise exception 'this person has finished' using errcode = 'P0101';
      end if;
      return coalesce(new, old);
    end $$;
    create trigger keep_finished before insert or update on coding for each row execute function keep_finished_coding();
    create function keep_finish() returns trigger language plpgsql as $$
    begin
      if old.finished_at is not null and new.finished_at is distinct from old.finished_at then
        raise exception 'finished once is finished' using errcode = 'P0101';
      end if;
      return new;
    end $$;
    create trigger keep_finish before update on coder for each row execute function keep_finish();

    create function keep_decided_quote() returns trigger language plpgsql as $$
    begin
      if old.decision is not null then
        raise exception 'a quote is decided once' using errcode = 'P0101';
      end if;
      return new;
    end $$;
    create trigger keep_decided before update on quote for each row execute function keep_decided_quote();

    -- The app takes back a decision about a text, never one of somebody who has finished.
    create function take_back_coding(text uuid, account uuid) returns void
      language sql security definer set search_path = public, pg_temp as $$
      delete from coding c using coder k
        where c.text_id = text and c.account_id = account and k.round_id = c.round_id and k.item = c.item
          and k.account_id = c.account_id and k.finished_at is null;
    $$;
    revoke all on function take_back_coding from public;
    grant execute on function take_back_coding to praxisspiegel_app;

    grant select, insert on coding_item, coding_text, coding_code, coder, coding, settled_text, quote to praxisspiegel_app;
    -- Whoever writes for one item waits for the one before: the lock needs a column that may be updated.
    grant update (item) on coding_item to praxisspiegel_app;
    grant update (parent_id, position, name, description, example, named_by, approved_by, approved_at, merged_into)
      on coding_code to praxisspiegel_app;
    grant update (finished_at) on coder to praxisspiegel_app;
    grant update (kind, codes, at) on coding to praxisspiegel_app;
    grant update (codes, reason, by, at) on settled_text to praxisspiegel_app;
    grant update (decision, decided_by, decided_at, reason) on quote to praxisspiegel_app;
  `.execute(db);
}

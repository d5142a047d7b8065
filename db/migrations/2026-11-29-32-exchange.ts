import { type Kysely, sql } from "kysely";

/**
 * What a project looks for and what it offers, if it wants to say so: never taken from answers. Every change is a row that
 * nobody can change, and the last one counts; what it replaced is erased after some time. Beside it, which project asked
 * which for an exchange.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table exchange_step (
      project_id uuid not null references project on delete cascade,
      number integer not null check (number > 0),
      -- false: withdrawn, and nothing is said any more
      published boolean not null,
      seeks text[] not null,
      seeks_text text not null check (char_length(seeks_text) <= 300),
      offers text[] not null,
      offers_text text not null check (char_length(offers_text) <= 300),
      at timestamptz not null,
      by uuid references account on delete set null,
      primary key (project_id, number),
      check (published or (seeks = '{}' and offers = '{}' and seeks_text = '' and offers_text = ''))
    );
    create index exchange_step_by on exchange_step (by) where by is not null;

    create table exchange_contact (
      contact_id uuid primary key,
      from_project uuid not null references project on delete cascade,
      to_project uuid not null references project on delete cascade,
      by uuid references account on delete set null,
      at timestamptz not null,
      check (from_project <> to_project)
    );
    create index exchange_contact_to on exchange_contact (to_project, at);
    create index exchange_contact_from on exchange_contact (from_project, at);

    grant select, insert on exchange_step, exchange_contact to praxisspiegel_app;

    -- Erases what was replaced or withdrawn before, what projects said that left before, and who asked whom before: at least
    -- thirty days ago whatever the app asks for. Gives back how many rows that were.
    create function erase_exchange(before timestamptz) returns integer
      language plpgsql security definer set search_path = public, pg_temp as $$
    declare steps integer; contacts integer;
    begin
      if before > now() - interval '30 days' then
        raise exception 'that is too recent' using errcode = 'P0101';
      end if;
      delete from exchange_step old
        where exists (
            select from exchange_step next
            where next.project_id = old.project_id and next.number = old.number + 1 and next.at < before)
          or (not old.published and old.at < before
            and not exists (select from exchange_step next
              where next.project_id = old.project_id and next.number > old.number))
          or exists (select from project where project.project_id = old.project_id and active_until < before::date);
      get diagnostics steps = row_count;
      delete from exchange_contact where at < before;
      get diagnostics contacts = row_count;
      return steps + contacts;
    end $$;
    revoke execute on function erase_exchange(timestamptz) from public;
    grant execute on function erase_exchange(timestamptz) to praxisspiegel_app;
  `.execute(db);
}

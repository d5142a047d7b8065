import { type Kysely, sql } from "kysely";

/**
 * What the steering group decides to do about a finding. The row is what holds now, `measure_event` every step that led there:
 * the number of a step is the revision that it made, so that two people who edit at once cannot both write. Evidence names
 * items of releases and nothing else.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table measure (
      measure_id uuid primary key,
      title text not null check (char_length(title) between 1 and 200),
      kind text not null check (kind in ('training', 'workshop', 'working_group', 'position_paper', 'other')),
      why text not null check (char_length(why) <= 4000),
      state text not null check (state in ('proposed', 'decided', 'running', 'done', 'dropped')),
      -- Who sees to it: somebody of the consortium, or a name.
      responsible_id uuid references account,
      responsible_name text not null check (char_length(responsible_name) <= 200),
      starts_on date,
      ends_on date,
      audience text not null check (char_length(audience) <= 500),
      budget text not null check (budget in ('open', 'to_5000', 'to_20000', 'to_50000', 'over_50000')),
      result text not null check (char_length(result) <= 4000),
      -- A training: the round that asks its participants.
      round_id uuid references round,
      revision integer not null check (revision > 0),
      check (responsible_id is null or responsible_name = ''),
      check (ends_on >= starts_on)
    );
    create index measure_responsible on measure (responsible_id) where responsible_id is not null;

    create table measure_evidence (
      measure_id uuid not null references measure,
      release_id uuid not null,
      item text not null,
      primary key (measure_id, release_id, item),
      foreign key (release_id, item) references release_item
    );

    create table measure_event (
      measure_id uuid not null references measure,
      number integer not null check (number > 0),
      at timestamptz not null,
      by uuid not null references account,
      -- the state it came to, where the step was one of state
      state text check (state in ('proposed', 'decided', 'running', 'done', 'dropped')),
      -- what was changed: field, from, to
      changes jsonb not null check (jsonb_typeof(changes) = 'array'),
      primary key (measure_id, number)
    );
    create index measure_event_by on measure_event (by);

    create function keep_measure_in_step() returns trigger language plpgsql as $$
    begin
      if new.revision <> old.revision + 1 then
        raise exception 'a measure changes by one revision at a time' using errcode = 'P0101';
      end if;
      return new;
    end $$;
    create trigger keep_in_step before update on measure for each row execute function keep_measure_in_step();

    grant select, insert on measure, measure_event to praxisspiegel_app;
    grant update (title, kind, why, state, responsible_id, responsible_name, starts_on, ends_on, audience, budget, result,
      round_id, revision) on measure to praxisspiegel_app;
    grant select, insert, delete on measure_evidence to praxisspiegel_app;
  `.execute(db);
}

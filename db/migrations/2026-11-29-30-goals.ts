import { type Kysely, sql } from "kysely";

/**
 * Goals: what shall be reached by when, and how it is measured from released figures. A goal is a row of versions that
 * nobody can change: each says who changed it, when and why. No figure stands here.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table goal (
      -- made by the browser's form, so that sending twice adds one goal
      goal_id uuid primary key,
      position integer generated always as identity
    );
    create table goal_version (
      goal_id uuid not null references goal,
      number integer not null check (number > 0),
      previous integer generated always as (nullif(number - 1, 0)) stored,
      theme text not null check (theme in ('binding', 'exchange', 'cooperation', 'voice')),
      title jsonb not null,
      -- with the place of the figure in it
      sentence jsonb not null,
      -- how it is worked out of a release, and the words of what it asks for, as they were then
      formula jsonb not null,
      measured jsonb not null,
      direction text not null check (direction in ('at-least', 'at-most')),
      -- shares from 0 to 1, means in steps of the scale, rows as a number
      target double precision not null,
      due date not null,
      -- given up, or replaced by another goal: it stays with its history
      ended boolean not null default false,
      -- why it was changed
      reason text check (char_length(reason) between 1 and 500),
      at timestamptz not null,
      by uuid references account on delete set null,
      primary key (goal_id, number),
      -- every version follows the one before: two who change the same one cannot both be next
      foreign key (goal_id, previous) references goal_version (goal_id, number),
      check ((number > 1) = (reason is not null))
    );
    grant select, insert on goal to praxisspiegel_app;
    grant select, insert on goal_version to praxisspiegel_app;
  `.execute(db);
}

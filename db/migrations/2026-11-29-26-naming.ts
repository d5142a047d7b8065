import { type Kysely, sql } from "kysely";

/**
 * A project withdraws its consent to being named, at any time, also after the round has ended, and may give it again. Every
 * step is a row that nobody can change; the last one counts. It goes with its response where that is erased.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table naming_step (
      round_id uuid not null,
      response_id uuid not null,
      number integer not null check (number > 0),
      withdrawn boolean not null,
      at timestamptz not null,
      by uuid not null references account,
      primary key (round_id, response_id, number),
      -- withdrawn, given again, withdrawn …: never the same twice in a row
      check (withdrawn = (number % 2 = 1)),
      foreign key (round_id, response_id) references response on delete cascade
    );
    grant select, insert on naming_step to praxisspiegel_app;
  `.execute(db);
}

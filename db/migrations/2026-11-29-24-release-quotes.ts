import { type Kysely, sql } from "kysely";

/**
 * Quotes of a release: passages that a second person approved, frozen with the figures of their item. They have an order and
 * nothing else: no text they come from, no respondent, no time.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table release_quote (
      release_id uuid not null,
      item text not null,
      position integer not null,
      text text not null check (char_length(text) between 1 and 400),
      primary key (release_id, item, position),
      foreign key (release_id, item) references release_item deferrable initially deferred
    );
    create trigger keep_frozen before insert or update or delete on release_quote
      for each row execute function keep_frozen_release();
    grant select, insert on release_quote to praxisspiegel_app;
    grant select on release_quote to praxisspiegel_report;
  `.execute(db);
}

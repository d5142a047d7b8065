import { type Kysely, sql } from "kysely";

/**
 * What the consortium notes about a figure of a release, or about the release as a whole, with answers to it. A note belongs
 * to its author: its words change with a revision, those before stand in `figure_note_text` until it is taken back. Whether the
 * matter is settled is said of the first note of a thread, by anybody.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table figure_note (
      note_id uuid primary key,
      release_id uuid not null references release,
      -- null: about the release as a whole
      item text,
      -- the first note of the thread; null for that one itself
      reply_to uuid references figure_note,
      author_id uuid not null references account,
      at timestamptz not null,
      text text not null check (char_length(text) <= 2000),
      revision integer not null default 1 check (revision > 0),
      withdrawn_at timestamptz,
      resolved_at timestamptz,
      resolved_by uuid references account,
      foreign key (release_id, item) references release_item,
      check ((withdrawn_at is null) = (text <> '')),
      check ((resolved_at is null) = (resolved_by is null)),
      check (reply_to is null or resolved_at is null)
    );
    create index figure_note_release on figure_note (release_id);
    create index figure_note_reply on figure_note (reply_to) where reply_to is not null;
    create index figure_note_author on figure_note (author_id);

    create table figure_note_text (
      note_id uuid not null references figure_note,
      revision integer not null check (revision > 0),
      text text not null,
      until timestamptz not null,
      primary key (note_id, revision)
    );

    create table figure_note_mention (
      note_id uuid not null references figure_note,
      account_id uuid not null references account,
      primary key (note_id, account_id)
    );
    create index figure_note_mention_account on figure_note_mention (account_id);

    grant select, insert on figure_note, figure_note_text, figure_note_mention to praxisspiegel_app;
    grant update (text, revision, withdrawn_at, resolved_at, resolved_by) on figure_note to praxisspiegel_app;
    grant delete on figure_note_text to praxisspiegel_app;
  `.execute(db);
}

import { type Kysely, sql } from "kysely";

/** Mails of rounds, which can be counted and stopped; templates that the coordination has changed; bounces. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    alter table mail add column round_id uuid references round;
    alter table mail add column invitation_id uuid;
    -- what was written into the header, so that a bounce finds its mail
    alter table mail add column message_id text unique;
    alter table mail add column attempts integer not null default 0;
    alter table mail drop constraint mail_state_check;
    alter table mail add constraint mail_state_check
      check (state in ('queued', 'sending', 'sent', 'uncertain', 'failed', 'dropped', 'bounced'));
    create index mail_round on mail (round_id, kind) where round_id is not null;
    create index mail_account on mail (account_id);

    -- Only what differs from the texts in the code stands here.
    create table mail_template (
      kind text not null,
      locale text not null check (locale in ('de', 'en')),
      subject text not null,
      body text not null,
      changed_by uuid references account,
      changed_at timestamptz not null default now(),
      primary key (kind, locale)
    );

    -- How far the operator's mailbox file of bounces has been read.
    create table bounce_mark (
      file text primary key,
      read_bytes bigint not null,
      read_at timestamptz not null default now()
    );

    grant select, insert, update, delete on mail_template, bounce_mark to praxisspiegel_app;
  `.execute(db);
}

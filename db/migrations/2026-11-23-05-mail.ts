import { type Kysely, sql } from "kysely";

/** Mail to be sent: who, why, and ids to fill the template from. No text, no token, no address. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table mail (
      mail_id uuid primary key default gen_random_uuid(),
      mail_key text not null unique,
      kind text not null,
      account_id uuid references account on delete cascade,
      subject_ids jsonb not null default '{}',
      state text not null default 'queued' check (state in ('queued', 'sending', 'sent', 'uncertain', 'failed', 'dropped')),
      queued_at timestamptz not null default now(),
      sent_at timestamptz
    );
    grant select, insert, update on mail to praxisspiegel_app;
  `.execute(db);
}

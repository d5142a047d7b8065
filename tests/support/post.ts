import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { sql } from "kysely";
import { deliverQueued, type Post } from "#app/domain/mail/deliver-mail.server.ts";
import { enqueueMail } from "#app/domain/mail/enqueue.server.ts";
import { type FiledMail, fileSender, listFiledMails } from "#app/domain/mail/files.server.ts";
import { openJobs } from "#app/domain/mail/jobs.server.ts";
import type { Send } from "#app/domain/mail/smtp.server.ts";
import { transact } from "#db/client.server.ts";
import type { NewMail } from "#db/queries/mail.server.ts";
import type { TestDatabase } from "./database.ts";

export const SECRET = "a secret of the tests, long enough";
const ORIGIN = "https://spiegel.example.org";

/** A job queue without a worker, and mail that goes into files when a test says so. */
export type TestPost = Awaited<ReturnType<typeof openPost>>;

export async function openPost(database: TestDatabase) {
  const { db } = database;
  const folder = await mkdtemp(path.join(tmpdir(), "praxisspiegel-mail-"));
  const queue = await openJobs(database.urls.app);
  const through = (send: Send): Post => ({
    db,
    origin: ORIGIN,
    from: "Praxisspiegel <info@example.org>",
    secret: SECRET,
    send,
  });
  return {
    jobs: queue.jobs,
    through,
    /** Delivers everything that is queued into files; gives back what was written for one address, newest last. */
    deliver: async (address?: string): Promise<FiledMail[]> => {
      await deliverQueued(through(fileSender(folder)));
      const mails = (await listFiledMails(folder)).reverse();
      return address ? mails.filter((mail) => mail.to === address) : mails;
    },
    enqueue: (mail: NewMail) => transact(db, (tx) => enqueueMail(tx, queue.jobs, mail)),
    close: async () => {
      await queue.stop();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

/** The link's token and the code, as a person finds them in the mail. */
export function secretsIn(mail: Pick<FiledMail, "text"> | undefined): { link: string; code: string } {
  const link = /\/anmelden\/link\/([\w-]{43})$/m.exec(mail?.text ?? "")?.[1];
  const code = /^ {4}(\d{4} \d{4})$/m.exec(mail?.text ?? "")?.[1];
  if (!link || !code) throw new Error("the mail has no link or no code");
  return { link, code: code.replace(" ", "") };
}

/** Every row of every table as text, to look for words that must not be kept. */
export async function dumpRows(database: TestDatabase, except: string[] = []): Promise<string> {
  const { rows: names } = await sql<{ name: string }>`
    select quote_ident(table_schema) || '.' || quote_ident(table_name) as name from information_schema.tables
    where table_schema in ('public', 'pgboss') and table_type = 'BASE TABLE'`.execute(database.owner);
  if (!names.some(({ name }) => name.startsWith("pgboss."))) throw new Error("the queue is missing from the dump");
  const parts = names
    .filter(({ name }) => !except.includes(name))
    .map(async ({ name }) => {
      const { rows } = await sql<{ row: string }>`select to_jsonb(t)::text as row from ${sql.raw(name)} t`.execute(
        database.owner,
      );
      return rows.map(({ row }) => `${name} ${row}`).join("\n");
    });
  return (await Promise.all(parts)).join("\n");
}

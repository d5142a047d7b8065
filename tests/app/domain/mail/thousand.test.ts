import { type ChildProcess, spawn } from "node:child_process";
import path from "node:path";
import { sql } from "kysely";
import { afterAll, beforeAll, expect, test } from "vitest";
import { invitationToken } from "#app/domain/links/tokens.server.ts";
import { queueInvitations } from "#app/domain/mail/round-mails.server.ts";
import { transact } from "#db/client.server.ts";
import { randomFor } from "#db/seed/random.ts";
import { createDatabase, type TestDatabase } from "../../../support/database.ts";
import { insertMailRound } from "../../../support/mail-round.ts";
import type { WorkerSettings } from "../../../support/mail-worker.ts";
import { dumpRows, openPost, SECRET, type TestPost } from "../../../support/post.ts";
import { type Behaviour, openSmtp, type TestSmtp } from "../../../support/smtp.ts";

const PROJECTS = 700;
const GUESTS = 300;
const MAILS = PROJECTS + GUESTS;
const KILLS = 50;
const SEED = 20_261_123;

/** Shares in a hundred connections; whatever is left is taken. */
const TROUBLE: [Behaviour, number][] = [
  ["451", 8],
  ["550", 4],
  ["silent", 2],
  ["silent-at-once", 2],
  ["drop-at-once", 4],
  ["drop-before", 3],
  ["drop-after", 4],
];

const shareOf = (behaviours: typeof TROUBLE) => behaviours.reduce((sum, [, share]) => sum + share, 0);

let database: TestDatabase;
let post: TestPost;
let smtp: TestSmtp;
const workers: ChildProcess[] = [];
let printed = "";

beforeAll(async () => {
  const random = randomFor(SEED, "server");
  database = await createDatabase();
  post = await openPost(database);
  smtp = await openSmtp(() => {
    const drawn = random() * 100;
    return TROUBLE.find((_, place) => drawn < shareOf(TROUBLE.slice(0, place + 1)))?.[0] ?? "take";
  });
});
afterAll(async () => {
  for (const worker of workers) worker.kill("SIGKILL");
  await smtp?.close();
  await post?.close();
  await database?.dispose();
});

/** 700 projects with a lead each, and 300 people by link. */
async function invite(): Promise<string> {
  const { roundId } = await insertMailRound(database.db);
  await sql`
    insert into organisation (organisation_id, name) values ('00000000-0000-4000-8000-000000000000', 'Träger');
    `.execute(database.db);
  await sql`
    insert into project (project_id, organisation_id, name, active_from)
    select md5('project ' || n)::uuid, '00000000-0000-4000-8000-000000000000', 'Projekt ' || n, '2025-01-01'
    from generate_series(1, ${PROJECTS}) n`.execute(database.db);
  await sql`
    insert into account (account_id, address, name)
    select md5('account ' || n)::uuid, 'lead-' || n || '@projects.example.org', 'Leitung ' || n
    from generate_series(1, ${PROJECTS}) n`.execute(database.db);
  await sql`
    insert into membership (account_id, role, project_id)
    select md5('account ' || n)::uuid, 'lead', md5('project ' || n)::uuid
    from generate_series(1, ${PROJECTS}) n`.execute(database.db);
  await sql`
    insert into invitation (round_id, invitation_id, project_id, organisation_id, attributes)
    select ${roundId}, gen_random_uuid(), md5('project ' || n)::uuid, '00000000-0000-4000-8000-000000000000', '{}'
    from generate_series(1, ${PROJECTS}) n`.execute(database.db);
  await sql`
    insert into invitation (round_id, invitation_id, kind, attributes, address)
    select ${roundId}, gen_random_uuid(), 'personal', '{}', 'guest-' || n || '@partners.example.org'
    from generate_series(1, ${GUESTS}) n`.execute(database.db);
  return roundId;
}

function startWorker(): ChildProcess {
  const script = path.resolve(import.meta.dirname, "../../../support/mail-worker.ts");
  const origin = "https://spiegel.example.org";
  const settings: WorkerSettings = { appUrl: database.urls.app, smtpUrl: smtp.url, secret: SECRET, origin };
  const worker = spawn(process.execPath, [script, JSON.stringify(settings)], { stdio: ["ignore", "pipe", "pipe"] });
  for (const stream of [worker.stdout, worker.stderr]) stream?.on("data", (part) => (printed += String(part)));
  workers.push(worker);
  return worker;
}

const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

async function listMails() {
  const { rows } = await sql<{ mail_id: string; state: string; message_id: string | null; address: string }>`
    select mail.mail_id, mail.state, mail.message_id, coalesce(account.address, invitation.address) as address
    from mail left join account using (account_id)
    left join invitation on invitation.invitation_id = mail.invitation_id`.execute(database.db);
  return rows;
}

test(`${MAILS} invitations through ${KILLS} killed workers and a bad server: nobody twice, nobody forgotten`, async () => {
  const began = Date.now();
  const roundId = await invite();
  // What takes a minute in operation takes seconds here.
  await post.jobs.updateQueue("mail", { expireInSeconds: 4, retryDelay: 1, retryBackoff: false, retryLimit: 100 });
  const queueing = Date.now();
  expect(await transact(database.db, (tx) => queueInvitations(tx, post.jobs, roundId))).toBe(MAILS);
  expect(await transact(database.db, (tx) => queueInvitations(tx, post.jobs, roundId))).toBe(0);
  const queuedMs = Date.now() - queueing;

  const random = randomFor(SEED, "kills");
  const pair = [startWorker(), startWorker()];
  let hits = 0;
  for (let kill = 1; kill <= KILLS; kill += 1) {
    // One after each fiftieth of the mails, so that every kill meets workers at work.
    while (smtp.arrived.length < (kill * MAILS * 0.9) / KILLS) await pause(20);
    const victim = random() < 0.5 ? 0 : 1;
    const { rows } = await sql<{ n: number }>`
      select count(*) as n from pgboss.job where name = 'mail' and state = 'active'`.execute(database.owner);
    if ((rows[0]?.n ?? 0) > 0) hits += 1;
    pair[victim]?.kill("SIGKILL");
    pair[victim] = startWorker();
  }
  const open = () => listMails().then((all) => all.filter(({ state }) => state === "queued" || state === "sending"));
  while ((await open()).length > 0) await pause(250);

  const mails = await listMails();
  const received = new Map<string, { taken: number; silenced: number }>();
  for (const { to, fate } of smtp.arrived) {
    const one = received.get(to) ?? { taken: 0, silenced: 0 };
    if (fate !== "refused") one[fate] += 1;
    received.set(to, one);
  }
  const of = (state: string) => mails.filter((mail) => mail.state === state);
  const [sent, failed, uncertain] = [of("sent"), of("failed"), of("uncertain")];
  const uncertainWith = (fate: "taken" | "silenced") =>
    uncertain.filter(({ address }) => received.get(address)?.[fate]).length;
  const behaviours = [...smtp.shown].map(([behaviour, n]) => `${behaviour} ${n}`).join(", ");
  const [accepted, dropped] = [uncertainWith("taken"), uncertainWith("silenced")];
  console.log(
    [
      `${MAILS} mails queued in ${queuedMs} ms; ${KILLS} kills, ${hits} while jobs were under way`,
      `connections: ${behaviours}; messages that arrived whole: ${smtp.arrived.length}`,
      `sent ${sent.length}, failed ${failed.length} (refused), uncertain ${uncertain.length}: ${accepted} accepted before a kill, ` +
        `${dropped} dropped after DATA, ${uncertain.length - accepted - dropped} never arrived`,
      `${Math.round((Date.now() - began) / 1000)} s`,
    ].join("\n"),
  );

  expect(mails).toHaveLength(MAILS);
  expect(hits).toBeGreaterThan(KILLS / 2);
  expect(sent.length + failed.length + uncertain.length).toBe(MAILS);
  // At most one each, those counted that the server had when the connection dropped.
  expect([...received.values()].filter(({ taken, silenced }) => taken + silenced > 1)).toEqual([]);
  // None is missing but the uncertain ones; what a server refused is known to have failed.
  expect(sent.filter(({ address }) => received.get(address)?.taken !== 1)).toEqual([]);
  expect(failed.filter(({ address }) => received.get(address)?.taken || received.get(address)?.silenced)).toEqual([]);
  expect(uncertain.length).toBeLessThan(MAILS / 3);
  expect(new Set(mails.map((mail) => mail.message_id)).size).toBe(MAILS);
  const known = new Set(mails.map((mail) => mail.message_id));
  expect(smtp.arrived.filter(({ messageId }) => !known.has(messageId))).toEqual([]);

  const dump = await dumpRows(database, ["public.account", "public.invitation"]);
  expect(dump).not.toMatch(/@(projects|partners)\.example\.org/);
  expect(printed).not.toMatch(/@(projects|partners)\.example\.org/);
  const guests = await database.db
    .selectFrom("invitation")
    .select("invitation_id")
    .where("kind", "=", "personal")
    .execute();
  const tokens = guests.map(({ invitation_id: id }) => invitationToken(SECRET, id));
  expect(smtp.arrived.some(({ text }) => tokens.some((token) => text.replaceAll(/=\r?\n/g, "").includes(token)))).toBe(
    true,
  );
  expect(tokens.filter((token) => dump.includes(token) || printed.includes(token))).toEqual([]);
}, 600_000);

import { randomBytes, randomUUID } from "node:crypto";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import { listFiledMails } from "#app/domain/mail/files.server.ts";
import { paths } from "#app/paths.ts";
import { openSampleSheet, type SampleSheet } from "./app/domain/responses/sample-sheet.ts";
import { createDatabase, type TestDatabase } from "./support/database.ts";
import { freePort, npmStart, type Run } from "./support/npm-start.ts";
import { insertAccount } from "./support/people.ts";
import { dumpRows, secretsIn } from "./support/post.ts";

// Words that nobody may find where they do not belong: in what the app prints, in its audit, its jobs, its mails' rows,
// its error pages. A person signs in by mail, answers, makes mistakes, and submits; then everything is searched.

const ANSWER = "Kanarienantwort";
const ADDRESS = "kanarienadresse@example.org";

let database: TestDatabase;
let dataDir: string;
let run: Run;
let origin: string;
let sheet: SampleSheet;
let tokens: string[];
const errorPages: string[] = [];

beforeAll(async () => {
  database = await createDatabase();
  dataDir = await mkdtemp(path.join(tmpdir(), "praxisspiegel-canary-"));
  sheet = await openSampleSheet(database.db);
  await database.db
    .updateTable("account")
    .set({ address: ADDRESS })
    .where("account_id", "=", sheet.lead.accountId)
    .execute();
  await insertAccount(database.db, { role: "coordination" });
  const port = await freePort();
  origin = `http://127.0.0.1:${port}`;
  run = npmStart({
    PORT: String(port),
    ORIGIN: origin,
    APP_SECRET: randomBytes(32).toString("hex"),
    DATA_DIR: dataDir,
    DATABASE_URL: database.urls.app,
    DATABASE_OWNER_URL: database.urls.owner,
    DATABASE_REPORT_URL: database.urls.report,
  });
  const health = () =>
    fetch(`${origin}/healthz`).then(
      (response) => response.status,
      () => 0,
    );
  await vi.waitUntil(async () => (await health()) === 200, { timeout: 60_000, interval: 200 });
  tokens = await walk();
}, 180_000);
afterAll(async () => {
  run?.kill("SIGTERM");
  await run?.ended;
  await database?.dispose();
  await rm(dataDir, { recursive: true, force: true });
});

async function send(path: string, body: BodyInit, cookie = "", type?: string): Promise<Response> {
  const headers = { Origin: origin, Cookie: cookie, ...(type ? { "Content-Type": type } : {}) };
  const response = await fetch(origin + path, { method: "POST", body, headers, redirect: "manual" });
  if (response.status >= 400) errorPages.push(await response.clone().text());
  return response;
}

const form = (fields: Record<string, string>) => new URLSearchParams(fields);
const cookieIn = (response: Response) => (response.headers.getSetCookie()[0] ?? "").split(";")[0] ?? "";

/** The whole way, with mistakes; gives back every token that was handed out. */
async function walk(): Promise<string[]> {
  const asked = await send(paths.signIn(), form({ address: ADDRESS, back: "/" }));
  const asking = cookieIn(asked);
  const { link, code } = secretsIn(await vi.waitUntil(() => mailTo(ADDRESS), { timeout: 30_000 }));
  await send(paths.signInLink(randomBytes(32).toString("base64url")), "");
  const signedIn = await send(paths.signInLink(link), "", asking);
  expect(signedIn.status).toBe(302);
  const session = signedIn.headers.getSetCookie().find((cookie) => cookie.startsWith("session=")) ?? "";
  const cookie = session.split(";")[0] ?? "";

  const { invitation_id: id } = await sheet.invitation();
  const change = (value: unknown, path = "warum", base = 0) => ({ opId: randomUUID(), path, base, value });
  const save = (body: unknown) =>
    send(paths.changes(id), typeof body === "string" ? body : JSON.stringify(body), cookie, "application/json");
  expect((await save({ operations: [change("kurz", "plan"), change(ANSWER)] })).status).toBe(200);
  const mistakes: unknown[] = [
    `{"operations": ["${ANSWER}"`,
    { operations: [change({ [ANSWER]: 1 })] },
    { operations: [change(ANSWER, "plan", 1)] },
    { operations: [change(ANSWER, "no-such-question")] },
    { operations: [change(`${ANSWER}\u0000`, "warum", 1)] },
    { operations: [change(ANSWER.repeat(20_000), "warum", 1)] },
  ];
  for (const mistake of mistakes) await save(mistake);
  await save({ operations: [change(`${ANSWER} anders`, "warum", 7)] });
  await fetch(`${origin}/${ANSWER}`, { headers: { Cookie: cookie } });
  await send(paths.review(id), form({ submissionId: ANSWER, seq: ANSWER }), cookie);
  const { seq } = await sheet.invitation();
  const submitted = await send(paths.review(id), form({ submissionId: randomUUID(), seq: String(seq) }), cookie);
  expect(submitted.status).toBe(302);
  await vi.waitUntil(async () => (await listFiledMails(dataDir)).length === 2, { timeout: 30_000 });
  return [link, code.replaceAll(" ", ""), cookie.slice("session=".length), decodeURIComponent(cookie).slice(8)];
}

const mailTo = async (address: string) => (await listFiledMails(dataDir)).find((mail) => mail.to === address);

/** The rows that may hold a word; in all others it must not be. */
const HOMES: Record<string, string[]> = {
  [ANSWER]: ["public.field", "public.operation", "public.submission", "public.cell"],
  [ADDRESS]: ["public.account"],
};

describe("after a whole walk with mistakes", () => {
  test("the words are where they belong, so that the search can find something", async () => {
    const rows = await dumpRows(database);
    expect(rows).toContain(ANSWER);
    expect(rows).toContain(ADDRESS);
    expect(errorPages.length).toBeGreaterThan(4);
  });

  test.each(Object.entries(HOMES))("%s stands in its tables and nowhere else", async (word, homes) => {
    const rows = await dumpRows(database, homes);
    expect(rows.split("\n").filter((row) => row.includes(word))).toEqual([]);
  });

  test("no table keeps a token as it was handed out", async () => {
    const rows = await dumpRows(database);
    for (const token of tokens) expect(rows.includes(token)).toBe(false);
  });

  test("nothing of it was printed, and no error page says it back", () => {
    const said = [run.output(), ...errorPages].join("\n");
    expect(run.output()).toContain("listens on port");
    for (const word of [ANSWER, ADDRESS, ...tokens]) expect(said.includes(word)).toBe(false);
  });

  test("the audit says who did what to which object", async () => {
    const events = await database.db.selectFrom("audit").select(["actor_id", "verb", "object"]).execute();
    const lead = { actor_id: sheet.lead.accountId };
    expect(events).toEqual(
      expect.arrayContaining([expect.objectContaining({ ...lead, verb: "response.submit", object: "invitation" })]),
    );
  });
});

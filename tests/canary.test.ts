import { randomBytes, randomUUID } from "node:crypto";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import { listFiledMails } from "#app/domain/mail/files.server.ts";
import { paths } from "#app/paths.ts";
import { openRoundByLink } from "./app/domain/links/by-link.ts";
import { openSampleSheet, type SampleSheet } from "./app/domain/responses/sample-sheet.ts";
import { createDatabase, type TestDatabase } from "./support/database.ts";
import { freePort, npmStart, type Run } from "./support/npm-start.ts";
import { insertAccount } from "./support/people.ts";
import { dumpRows, secretsIn } from "./support/post.ts";

// Words that nobody may find where they do not belong: in what the app prints, in its audit, its jobs, its mails' rows,
// its error pages. A lead signs in by mail, answers, makes mistakes and submits; the coordination reads in members and
// invites somebody by link, who answers, declines and comes back; then everything is searched.

const ANSWER = "Kanarienantwort";
const REASON = "Kanariengrund";
const QUESTION = "Kanarienfrage";
const LEAD = "kanarienadresse@example.org";
const OFFICE = "kanarienbuero@example.org";
const MEMBER = "kanarienmitglied@example.org";
const NEWCOMER = "kanarienneu@example.org";
const GUEST = "kanariengast@example.org";

let database: TestDatabase;
let dataDir: string;
let run: Run;
let origin: string;
let sheet: SampleSheet;
let byLink: Awaited<ReturnType<typeof openRoundByLink>>;
let tokens: string[];
const errorPages: string[] = [];

beforeAll(async () => {
  database = await createDatabase();
  dataDir = await mkdtemp(path.join(tmpdir(), "praxisspiegel-canary-"));
  sheet = await openSampleSheet(database.db);
  await database.db
    .updateTable("account")
    .set({ address: LEAD })
    .where("account_id", "=", sheet.lead.accountId)
    .execute();
  const office = await insertAccount(database.db, { role: "coordination" });
  await database.db.updateTable("account").set({ address: OFFICE }).where("account_id", "=", office).execute();
  byLink = await openRoundByLink(database.db);
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
  tokens = [...(await walkAsLead()), ...(await walkAsOffice()), ...(await walkAsGuest())];
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

/** Signs in by the link of a mail; gives back the session's cookie and what was handed out on the way. */
async function signInByMail(address: string): Promise<{ cookie: string; tokens: string[] }> {
  const asking = cookieIn(await send(paths.signIn(), form({ address, back: "/" })));
  const { link, code } = secretsIn(await vi.waitUntil(() => mailTo(address), { timeout: 30_000 }));
  await send(paths.signInLink(randomBytes(32).toString("base64url")), "");
  const signedIn = await send(paths.signInLink(link), "", asking);
  expect(signedIn.status).toBe(302);
  const session = signedIn.headers.getSetCookie().find((cookie) => cookie.startsWith("session=")) ?? "";
  const cookie = session.split(";")[0] ?? "";
  const value = cookie.slice("session=".length);
  return { cookie, tokens: [link, code.replaceAll(" ", ""), value, decodeURIComponent(value)] };
}

/** Answers with mistakes and submits; gives back every token that was handed out. */
async function walkAsLead(): Promise<string[]> {
  const { cookie, tokens } = await signInByMail(LEAD);
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
  const late = change(`${ANSWER} anders`, "warum", 7);
  await save({ operations: [late] });
  await fetch(`${origin}/${ANSWER}`, { headers: { Cookie: cookie } });
  await send(paths.review(id), form({ submissionId: ANSWER, seq: ANSWER }), cookie);
  // Two versions are a mistake, too, until somebody decides.
  const decision = { ...change(`${ANSWER} anders`, "warum", 1), settles: [late.opId] };
  expect((await save({ operations: [decision] })).status).toBe(200);
  const { seq } = await sheet.invitation();
  const submitted = await send(paths.review(id), form({ submissionId: randomUUID(), seq: String(seq) }), cookie);
  expect(submitted.status).toBe(302);
  await vi.waitUntil(async () => (await mailsTo(LEAD)).length === 2, { timeout: 30_000 });
  return tokens;
}

/** Reads in a file with a fault, makes an account, and invites somebody by link. */
async function walkAsOffice(): Promise<string[]> {
  const { cookie, tokens } = await signInByMail(OFFICE);
  const upload = new FormData();
  const row = `Projekt;Träger;Leitung Name;Leitung E-Mail\nProbe;Probeträger;Kim;${MEMBER}\nProbe 2;;Kim;${MEMBER}`;
  upload.set("file", new File([row], "mitglieder.csv", { type: "text/csv" }));
  const read = await send(paths.memberImports(), upload, cookie);
  expect(read.status).toBe(302);
  expect((await get(read.headers.get("Location") ?? "", cookie)).status).toBe(200);
  const person = { name: "Kim Probe", address: NEWCOMER, locale: "de", role: "steering", projectId: "" };
  expect((await send(paths.newPerson(), form(person), cookie)).status).toBe(302);
  const invited = form({ intent: "keep", people: `Kim; ${GUEST}` });
  expect((await send(paths.roundLinks(byLink.roundId), invited, cookie)).status).toBe(302);
  return tokens;
}

/** Follows the link of the mail, declines, comes back and answers. */
async function walkAsGuest(): Promise<string[]> {
  const mail = await vi.waitUntil(() => mailTo(GUEST), { timeout: 30_000 });
  const token = /\/teilnahme\/([\w-]{43})/.exec(mail.text)?.[1] as string;
  const at = paths.guestLink(token);
  expect((await send(at, form({ intent: "decline", reason: REASON }))).status).toBe(302);
  expect((await send(at, form({ intent: "rejoin" }))).status).toBe(302);
  const begun = await send(at, form({ intent: "begin" }));
  expect(begun.status).toBe(302);
  const cookie = cookieIn(begun);
  const changes = (begun.headers.get("Location") ?? "").replace(/ausfuellen.*/, "aenderungen");
  const change = { opId: randomUUID(), path: "warum", base: 0, value: ANSWER };
  const saved = await send(changes, JSON.stringify({ operations: [change] }), cookie, "application/json");
  expect(saved.status).toBe(200);
  const asking = changes.replace("aenderungen", "frage");
  const asked = await send(asking, form({ inquiryId: randomUUID(), text: `${QUESTION}?` }), cookie);
  expect(asked.status).toBe(302);
  await vi.waitUntil(async () => (await mailTo(OFFICE))?.text.includes(QUESTION), { timeout: 30_000 });
  expect((await get(paths.guestLink(`${token.slice(0, -1)}x`))).status).toBe(404);
  return [token, cookie.slice("guest=".length)];
}

const get = (path: string, cookie = "") => fetch(origin + path, { headers: { Cookie: cookie }, redirect: "manual" });
const mailsTo = async (address: string) => (await listFiledMails(dataDir)).filter((mail) => mail.to === address);
const mailTo = async (address: string) => (await mailsTo(address))[0];

/** The rows that may hold a word; in all others it must not be. */
const HOMES: Record<string, string[]> = {
  [ANSWER]: ["public.field", "public.operation", "public.submission", "public.cell"],
  [REASON]: ["public.invitation"],
  [QUESTION]: ["public.inquiry"],
  [LEAD]: ["public.account"],
  [OFFICE]: ["public.account"],
  [NEWCOMER]: ["public.account"],
  [MEMBER]: ["public.member_import"],
  [GUEST]: ["public.invitation"],
};
const WORDS = Object.keys(HOMES);

describe("after a whole walk with mistakes", () => {
  test("the words are where they belong, so that the search can find something", async () => {
    const rows = await dumpRows(database);
    // The reason went when they came back.
    for (const word of WORDS.filter((one) => one !== REASON)) expect(rows).toContain(word);
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
    for (const word of [...WORDS, ...tokens]) expect(said.includes(word)).toBe(false);
  });

  test("the audit says who did what to which object", async () => {
    const events = await database.db
      .selectFrom("audit")
      .innerJoin("account", "account.account_id", "audit.actor_id")
      .select(["address", "verb", "object"])
      .execute();
    const said = events.map(({ address, verb, object }) => `${address} ${verb} ${object}`);
    expect(said).toContain(`${LEAD} response.submit invitation`);
    for (const verb of ["member-import.read", "account.create", "round.invite"]) {
      expect(said.filter((one) => one.startsWith(`${OFFICE} ${verb}`))).toHaveLength(1);
    }
  });
});

import { createHash } from "node:crypto";
import { sql } from "kysely";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { askSignIn } from "#app/domain/sign-in/ask-sign-in.server.ts";
import { lookAtLink, type OpenSession, signInByCode, signInByLink } from "#app/domain/sign-in/finish-sign-in.server.ts";
import { tidySignIn } from "#app/domain/sign-in/tidy.server.ts";
import { deleteSession, insertSession } from "#db/queries/sessions.server.ts";
import { createDatabase, type TestDatabase } from "../../../support/database.ts";
import { insertAccount } from "../../../support/people.ts";
import { dumpRows, openPost, SECRET, secretsIn, type TestPost } from "../../../support/post.ts";

let database: TestDatabase;
let post: TestPost;
let address: string;
let accountId: string;

beforeAll(async () => {
  database = await createDatabase();
  post = await openPost(database);
});
afterAll(async () => {
  await post?.close();
  await database?.dispose();
});
beforeEach(async () => {
  await sql`delete from rate_limit`.execute(database.db);
  accountId = await insertAccount(database.db, { role: "coordination" });
  const account = await database.db
    .selectFrom("account")
    .select("address")
    .where("account_id", "=", accountId)
    .executeTakeFirstOrThrow();
  address = account.address;
});

const open: OpenSession<string> = async (tx, id) => {
  const token = createHash("sha256").update(`${id}${Math.random()}`).digest();
  await insertSession(tx, token, id);
  return token.toString("hex");
};

const ask = async (to = address, more: { network?: string; browserToken?: string } = {}) => {
  const services = { db: database.db, jobs: post.jobs, secret: SECRET };
  const asking = { address: to, network: more.network ?? "net", returnTo: "/boegen", browserToken: more.browserToken };
  return (await askSignIn(services, asking)).browserToken;
};
const byCode = (code: string | undefined, browser: string) =>
  signInByCode({ db: database.db, secret: SECRET }, code, browser, open);
const lastMail = async () => secretsIn((await post.deliver(address)).at(-1));
const sessions = async () => {
  const row = await database.db
    .selectFrom("session")
    .select(sql<number>`count(*)`.as("n"))
    .where("account_id", "=", accountId)
    .executeTakeFirstOrThrow();
  return row.n;
};
const wrong = (code: string) => String((Number(code) + 1) % 10 ** 8).padStart(8, "0");

test("the link signs in once, in the browser that asked, and leads back", async () => {
  const browser = await ask();
  const { link } = await lastMail();
  expect(await signInByLink(database.db, link, browser, open)).toMatchObject({ returnTo: "/boegen" });
  expect(await lookAtLink(database.db, link, browser)).toBe("over");
  expect(await signInByLink(database.db, link, browser, open)).toBeUndefined();
  expect(await sessions()).toBe(1);
  const audit = database.db.selectFrom("audit").selectAll().where("actor_id", "=", accountId);
  expect(await audit.execute()).toMatchObject([
    { verb: "session.start", object: "account", object_id: accountId, detail: {} },
  ]);
});

test("50 parallel uses of a link make one session", async () => {
  const browser = await ask();
  const { link } = await lastMail();
  const uses = await Promise.all(Array.from({ length: 50 }, () => signInByLink(database.db, link, browser, open)));
  expect(uses.filter(Boolean)).toHaveLength(1);
  expect(await sessions()).toBe(1);
});

test("50 parallel uses of link and code together make one session", async () => {
  const browser = await ask();
  const { link, code } = await lastMail();
  const uses = await Promise.allSettled(
    Array.from({ length: 50 }, (_, at) =>
      at % 2 ? signInByLink(database.db, link, browser, open) : byCode(code, browser),
    ),
  );
  expect(uses.filter((use) => use.status === "fulfilled" && use.value)).toHaveLength(1);
  expect(await sessions()).toBe(1);
});

test("looking at a link never uses it up", async () => {
  const browser = await ask();
  const { link } = await lastMail();
  for (let i = 0; i < 20; i++)
    expect(await lookAtLink(database.db, link, i % 2 ? browser : undefined)).not.toBe("over");
  expect(await signInByLink(database.db, link, browser, open)).toBeDefined();
});

test("another browser cannot use the link, with or without a cookie of its own", async () => {
  const browser = await ask();
  const { link, code } = await lastMail();
  const other = await ask(`other-${address}`);
  for (const foreign of [undefined, other, "made-up.token"]) {
    expect(await lookAtLink(database.db, link, foreign)).toBe("other-browser");
    expect(await signInByLink(database.db, link, foreign, open)).toBeUndefined();
  }
  expect(await byCode(code, other)).toBeUndefined();
  expect(await sessions()).toBe(0);
  expect(await byCode(code, browser)).toBeDefined();
});

test("link and code end after 15 minutes", async () => {
  const browser = await ask();
  const { link, code } = await lastMail();
  const row = database.db.selectFrom("sign_in").select(sql<number>`extract(epoch from expires_at - now())`.as("left"));
  const { left } = await row.where("account_id", "=", accountId).executeTakeFirstOrThrow();
  expect(left).toBeGreaterThan(14 * 60);
  expect(left).toBeLessThanOrEqual(15 * 60);
  await sql`update sign_in set expires_at = now() - interval '1 second' where account_id = ${accountId}`.execute(
    database.db,
  );
  expect(await lookAtLink(database.db, link, browser)).toBe("over");
  expect(await signInByLink(database.db, link, browser, open)).toBeUndefined();
  expect(await byCode(code, browser)).toBeUndefined();
});

test("an account that was closed meanwhile cannot sign in", async () => {
  const browser = await ask();
  const { link, code } = await lastMail();
  await sql`update account set disabled_at = now() where account_id = ${accountId}`.execute(database.db);
  expect(await signInByLink(database.db, link, browser, open)).toBeUndefined();
  expect(await byCode(code, browser)).toBeUndefined();
});

test("asking again from the same browser keeps the first link working", async () => {
  const browser = await ask();
  const first = await lastMail();
  expect(await ask(address, { browserToken: browser })).toBe(browser);
  const second = await lastMail();
  expect(second.link).not.toBe(first.link);
  expect(await byCode(second.code, browser)).toBeDefined();
  expect(await signInByLink(database.db, first.link, browser, open)).toBeDefined();
  expect(await ask(`other-${address}`, { browserToken: browser })).not.toBe(browser);
});

test("an unknown, a closed and a known address leave the same rows behind; only the known one gets mail", async () => {
  const count = async () => {
    const { rows } = await sql<{ counts: string }>`
      select concat_ws('/', (select count(*) from sign_in), (select count(*) from mail), (select count(*) from pgboss.job),
        (select sum(hits) from rate_limit)) as counts`.execute(database.db);
    return (rows[0]?.counts ?? "").split("/").map(Number);
  };
  const closed = `closed-${address}`;
  const values = { account_id: crypto.randomUUID(), address: closed, name: "x", disabled_at: new Date() };
  await database.db.insertInto("account").values(values).execute();
  await ask("warm-up@example.org");
  for (const to of [address, `unknown-${address}`, closed]) {
    const before = await count();
    const browser = await ask(to);
    const after = await count();
    expect(after.map((n, at) => n - (before[at] ?? 0))).toEqual([1, 1, 1, 2]);
    expect(browser).toMatch(/^[\w-]{43}\.[\w-]{43}$/);
    expect(await byCode("12345678", browser)).toBeUndefined();
  }
  const mails = await post.deliver();
  expect(mails.filter((mail) => mail.to.endsWith(address)).map((mail) => mail.to)).toEqual([address]);
  const states = await database.db.selectFrom("mail").select("state").orderBy("queued_at", "desc").limit(3).execute();
  expect(states.map((row) => row.state)).toEqual(["dropped", "dropped", "sent"]);
});

test("an address gets five mails an hour, however many ask at once", async () => {
  const asked = await Promise.allSettled(Array.from({ length: 12 }, (_, at) => ask(address, { network: `net ${at}` })));
  expect(asked.filter((one) => one.status === "fulfilled")).toHaveLength(5);
  for (const one of asked) {
    if (one.status === "rejected") expect(one.reason).toMatchObject({ code: "too-many-requests" });
  }
  await expect(ask()).rejects.toSatisfy((problem: { retryAfter: number }) => {
    return problem.retryAfter > 55 * 60 && problem.retryAfter <= 65 * 60;
  });
  expect((await post.deliver(address)).length).toBe(5);
  await sql`update rate_limit set window_start = window_start - interval '66 minutes'`.execute(database.db);
  await ask();
});

test("a network asks for 20 mails an hour, whatever the addresses", async () => {
  const asked = await Promise.allSettled(Array.from({ length: 26 }, (_, at) => ask(`nobody-${at}@example.org`)));
  expect(asked.filter((one) => one.status === "fulfilled")).toHaveLength(20);
  await expect(ask()).rejects.toMatchObject({ code: "too-many-requests" });
  await ask(address, { network: "another" });
});

test("ten wrong codes lock the code for known and unknown addresses alike, however many come at once; the link still works", async () => {
  const browser = await ask();
  const { link, code } = await lastMail();
  const unknown = await ask(`unknown-${address}`);
  for (const one of [browser, unknown]) {
    const tries = await Promise.allSettled(Array.from({ length: 30 }, () => byCode(wrong(code), one)));
    expect(tries.filter((attempt) => attempt.status === "fulfilled" && !attempt.value)).toHaveLength(10);
    await expect(byCode(code, one)).rejects.toMatchObject({ code: "too-many-requests" });
  }
  // Another browser of the same address shares the count: asking anew gives no new guesses.
  const again = await ask();
  await expect(byCode(wrong(code), again)).rejects.toMatchObject({ code: "too-many-requests" });
  expect(await signInByLink(database.db, link, browser, open)).toBeDefined();
});

test("no table keeps a link, a code, a browser's token or an address outside of the account", async () => {
  const browser = await ask();
  const { link, code } = await lastMail();
  await byCode(wrong(code), browser);
  await byCode(code, browser);
  const kept = await dumpRows(database, ["public.account"]);
  expect(kept).toContain(accountId);
  const words = [link, code, browser, ...browser.split("."), address, address.split("@")[0] ?? ""];
  for (const word of words) {
    expect(kept.includes(word), word).toBe(false);
    expect(kept.includes(Buffer.from(word).toString("hex")), word).toBe(false);
  }
});

test("tidying removes old sign-ins, sessions and counts, and nothing else", async () => {
  const browser = await ask();
  const { code } = await lastMail();
  await byCode(code, browser);
  await byCode("00000000", await ask());
  const lifetime = { idleHours: 8, lifetimeDays: 7 };
  await tidySignIn(database.db, lifetime);
  expect(await sessions()).toBe(1);
  const count = (table: "sign_in" | "rate_limit") =>
    database.db.selectFrom(table).select(sql<number>`count(*)`.as("n")).executeTakeFirstOrThrow();
  expect((await count("sign_in")).n).toBeGreaterThan(0);
  expect((await count("rate_limit")).n).toBeGreaterThan(0);
  await sql`update sign_in set asked_at = asked_at - interval '25 hours'`.execute(database.db);
  await sql`update session set seen_at = seen_at - interval '9 hours'`.execute(database.db);
  await sql`update rate_limit set window_start = window_start - interval '66 minutes'`.execute(database.db);
  await tidySignIn(database.db, lifetime);
  expect(await sessions()).toBe(0);
  expect((await count("sign_in")).n).toBe(0);
  expect((await count("rate_limit")).n).toBe(0);
  await deleteSession(database.db, Buffer.alloc(32));
});

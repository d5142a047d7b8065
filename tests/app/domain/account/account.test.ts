import { randomUUID } from "node:crypto";
import fc from "fast-check";
import { sql } from "kysely";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { changeAccount, readName } from "#app/domain/account/change-account.server.ts";
import { askAddressChange, confirmAddress, lookAtChange } from "#app/domain/account/change-address.server.ts";
import { endOtherSessions, endOwnSession } from "#app/domain/account/end-sessions.server.ts";
import { collectOwnData } from "#app/domain/account/own-data.server.ts";
import { readAccount } from "#app/domain/account/read-account.server.ts";
import { NAME_CHARS } from "#app/domain/members/names.ts";
import { askSignIn } from "#app/domain/sign-in/ask-sign-in.server.ts";
import { hashToken } from "#app/domain/sign-in/secrets.server.ts";
import { tidySignIn } from "#app/domain/sign-in/tidy.server.ts";
import type { Viewer } from "#app/domain/viewer.ts";
import { getAccount } from "#db/queries/accounts.server.ts";
import { insertSession } from "#db/queries/sessions.server.ts";
import { createDatabase, type TestDatabase } from "../../../support/database.ts";
import { insertOpenLine } from "../../../support/line.ts";
import { insertAccount, viewerOf } from "../../../support/people.ts";
import { dumpRows, openPost, SECRET, type TestPost } from "../../../support/post.ts";

const LIFETIME = { idleHours: 8, lifetimeDays: 7 };

let database: TestDatabase;
let post: TestPost;
let viewer: Viewer;
let address: string;
let fresh: string;

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
  const accountId = await insertAccount(database.db, { role: "steering" });
  viewer = await viewerOf(database.db, accountId);
  address = (await getAccount(database.db, accountId)).address;
  fresh = `neu-${randomUUID().slice(0, 8)}@example.org`;
});

const services = () => ({ db: database.db, jobs: post.jobs, secret: SECRET });
const ask = (to = fresh, as = viewer, network = randomUUID()) =>
  askAddressChange(services(), as, { address: to, network });
const addressOf = async (one: Viewer) => (await getAccount(database.db, one.accountId)).address;
const verbs = async () => {
  const rows = database.db.selectFrom("audit").select(["verb", "detail"]).where("actor_id", "=", viewer.accountId);
  return rows.orderBy("audit_id").execute();
};
async function openSession(accountId = viewer.accountId): Promise<Buffer> {
  const hash = hashToken(randomUUID());
  await insertSession(database.db, hash, accountId);
  return hash;
}
async function linkTo(to: string): Promise<string> {
  const mail = (await post.deliver(to)).at(-1);
  const token = /\/konto\/adresse\/([\w-]{43})/.exec(mail?.text ?? "")?.[1];
  if (!token) throw new Error("no mail with a link came");
  return token;
}
const confirm = (token: string, as = viewer, keptSession = hashToken("none")) =>
  confirmAddress(services(), as, { token, keptSession });

test("a name is kept without edges and line breaks, and no longer than allowed", () => {
  expect(readName("  Jana \n\t Muster ")).toBe("Jana Muster");
  for (const none of ["", "   ", "\u0000\n", "x".repeat(NAME_CHARS + 1)]) expect(readName(none)).toBeUndefined();
  fc.assert(
    fc.property(fc.string({ unit: "grapheme" }), (typed) => {
      const name = readName(typed);
      if (name === undefined) return;
      expect(readName(name)).toBe(name);
      expect(name).not.toMatch(/[\p{Cc}]|^\s|\s$/u);
    }),
  );
});

test("name and language change, and only what changed is noted, never the name itself", async () => {
  await changeAccount(database.db, viewer, { name: "Kanari Vogel", locale: "en" });
  expect(await getAccount(database.db, viewer.accountId)).toMatchObject({ name: "Kanari Vogel", locale: "en" });
  await changeAccount(
    database.db,
    { ...viewer, name: "Kanari Vogel", locale: "en" },
    { name: "Kanari Vogel", locale: "en" },
  );
  expect(await verbs()).toEqual([{ verb: "account.edit", detail: { fields: "name locale" } }]);
});

test("a new address counts once its link is followed: other sessions end, the old address is told", async () => {
  const kept = await openSession();
  await openSession();
  await askSignIn(services(), { address, network: "n", returnTo: "/", browserToken: undefined });
  expect(await ask()).toBe(true);
  expect(await addressOf(viewer)).toBe(address);
  const token = await linkTo(fresh);
  expect(await lookAtChange(database.db, viewer, token)).toEqual({ state: "ready", address: fresh });
  expect(await confirm(token, viewer, kept)).toBe(true);
  expect(await addressOf(viewer)).toBe(fresh);
  const left = database.db.selectFrom("session").select("token_hash").where("account_id", "=", viewer.accountId);
  expect((await left.execute()).map((row) => row.token_hash.toString("hex"))).toEqual([kept.toString("hex")]);
  const links = database.db.selectFrom("sign_in").select("sign_in_id").where("account_id", "=", viewer.accountId);
  expect(await links.where("used_at", "is", null).execute()).toEqual([]);
  const told = (await post.deliver(address)).at(-1);
  expect(told?.text).not.toContain(fresh);
  expect((await verbs()).map(({ verb }) => verb)).toEqual(["account.ask-address", "account.change-address"]);
  expect(await lookAtChange(database.db, viewer, token)).toEqual({ state: "over" });
  expect(await confirm(token)).toBe(false);
});

test("of 20 uses at once one changes the address, and one mail goes to the old one", async () => {
  await ask();
  const token = await linkTo(fresh);
  const uses = await Promise.all(Array.from({ length: 20 }, () => confirm(token)));
  expect(uses.filter(Boolean)).toHaveLength(1);
  const mails = database.db.selectFrom("mail").select("mail_id").where("kind", "=", "changed-address");
  expect(await mails.where("account_id", "=", viewer.accountId).execute()).toHaveLength(1);
});

test("the link works for nobody else and after nothing newer, and ends after an hour", async () => {
  await ask();
  const first = await linkTo(fresh);
  const other = await viewerOf(database.db, await insertAccount(database.db, { role: "steering" }));
  expect(await lookAtChange(database.db, other, first)).toEqual({ state: "other-account" });
  expect(await confirm(first, other)).toBe(false);
  for (const any of [first, "made-up"]) {
    expect(await lookAtChange(database.db, undefined, any)).toEqual({ state: "sign-in" });
  }
  const second = `zweite-${fresh}`;
  await ask(second);
  const token = await linkTo(second);
  expect(await lookAtChange(database.db, viewer, first)).toEqual({ state: "over" });
  await sql`update address_change set expires_at = now() - interval '1 second' where account_id = ${viewer.accountId}`.execute(
    database.db,
  );
  expect(await confirm(token)).toBe(false);
  expect(await addressOf(viewer)).toBe(address);
});

test("a taken address is answered like a free one and its owner hears nothing; taken meanwhile, the link is over", async () => {
  const owner = await insertAccount(database.db, { role: "steering" });
  const taken = (await getAccount(database.db, owner)).address;
  expect(await ask(taken)).toBe(await ask());
  const before = (await post.deliver(taken)).length;
  expect(before).toBe(0);
  const token = await linkTo(fresh);
  await database.db.updateTable("account").set({ address: fresh }).where("account_id", "=", owner).execute();
  expect(await confirm(token)).toBe(false);
  expect(await addressOf(viewer)).toBe(address);
  expect(await ask(address)).toBe(false);
});

test("two accounts that confirm the same address at once: one gets it", async () => {
  const other = await viewerOf(database.db, await insertAccount(database.db, { role: "steering" }));
  await ask();
  const mine = await linkTo(fresh);
  await ask(fresh, other);
  const theirs = await linkTo(fresh);
  const both = await Promise.all([confirm(mine), confirm(theirs, other)]);
  expect(both.filter(Boolean)).toHaveLength(1);
});

test("an address, an account and a network ask for a few mails an hour", async () => {
  const asked = await Promise.allSettled(Array.from({ length: 8 }, (_, at) => ask(`${at}-${fresh}`)));
  expect(asked.filter((one) => one.status === "fulfilled")).toHaveLength(5);
  await expect(ask()).rejects.toMatchObject({ code: "too-many-requests" });
});

test("one's own sessions are listed, the present one named, and end one by one or together; nobody else's do", async () => {
  const currentHash = await openSession();
  await openSession();
  await openSession();
  const stranger = await insertAccount(database.db, { role: "steering" });
  await openSession(stranger);
  const read = async () => (await readAccount(database.db, viewer, { currentHash, ...LIFETIME })).sessions;
  const sessions = await read();
  expect(sessions.map(({ current }) => current).sort()).toEqual([false, false, true]);
  const foreign = await readAccount(database.db, await viewerOf(database.db, stranger), { currentHash, ...LIFETIME });
  const foreignId = foreign.sessions[0]?.sessionId ?? "";
  await expect(endOwnSession(database.db, viewer, foreignId)).rejects.toMatchObject({ code: "not-found" });
  await endOwnSession(database.db, viewer, sessions.find(({ current }) => !current)?.sessionId ?? "");
  expect(await read()).toHaveLength(2);
  await openSession();
  expect(await endOtherSessions(database.db, viewer, currentHash)).toBe(2);
  expect((await read()).map(({ current }) => current)).toEqual([true]);
  expect((await verbs()).map(({ verb }) => verb)).toEqual(["session.end", "session.end-others"]);
});

test("the file of one's own data holds what is kept about the person, no answer and nobody else", async () => {
  const { projectId, roundId, responseId } = await insertOpenLine(database.db);
  const lead = await viewerOf(database.db, await insertAccount(database.db, { role: "lead", projectId }));
  const other = await viewerOf(database.db, await insertAccount(database.db, { role: "member", projectId }));
  await sql`update operation set "by" = ${lead.accountId} where response_id = ${responseId}`.execute(database.owner);
  await openSession(lead.accountId);
  await changeAccount(database.db, lead, { name: "Lea Leitung", locale: "de" });
  await changeAccount(database.db, other, { name: "Otto Andere", locale: "de" });
  await ask(fresh, lead);
  const kept = await collectOwnData(database.db, lead, "de", new Date());
  expect(kept).toMatchObject({
    account: { name: "Lea Leitung", address: await addressOf(lead) },
    parts: [{ role: "lead" }],
    addressChanges: [{ addressWanted: fresh, confirmedAt: null }],
    mails: [{ kind: "confirm-address", state: "queued" }],
    edits: [{ survey: "Text", wave: "2026", edits: 1 }],
  });
  expect(kept.sessions).toHaveLength(1);
  expect(kept.actions.map(({ action }) => action)).toEqual(["account.edit", "account.ask-address"]);
  const text = JSON.stringify(kept);
  for (const word of ["geheim", "Otto Andere", other.accountId, await addressOf(other), roundId])
    expect(text.includes(word), word).toBe(false);
});

test("no table but the account and its change of address keeps an address; no table keeps the link", async () => {
  await ask();
  const token = await linkTo(fresh);
  await confirm(token);
  await post.deliver();
  const kept = await dumpRows(database, ["public.account", "public.address_change"]);
  expect(kept).toContain(viewer.accountId);
  for (const word of [fresh, address, token]) expect(kept.includes(word), word).toBe(false);
  expect((await dumpRows(database)).includes(token)).toBe(false);
});

test("tidying forgets wishes after a day and old addresses after a week", async () => {
  await ask();
  await confirm(await linkTo(fresh));
  await ask(`zweite-${fresh}`);
  const count = async () => {
    const rows = database.db.selectFrom("address_change").select("used_at").where("account_id", "=", viewer.accountId);
    return (await rows.execute()).length;
  };
  const age = (time: string) =>
    sql`update address_change set asked_at = asked_at - ${time}::interval where account_id = ${viewer.accountId}`.execute(
      database.db,
    );
  await tidySignIn(database.db, LIFETIME);
  expect(await count()).toBe(2);
  await age("25 hours");
  await tidySignIn(database.db, LIFETIME);
  expect(await count()).toBe(1);
  await age("7 days");
  await tidySignIn(database.db, LIFETIME);
  expect(await count()).toBe(0);
});

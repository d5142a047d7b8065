import { mkdtemp, rm, stat } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { readAddress } from "#app/domain/sign-in/address.ts";
import { createAccount } from "#app/domain/sign-in/create-account.server.ts";
import { demoKey, isDemoKey } from "#app/domain/sign-in/demo-key.server.ts";
import { newCode, readCode } from "#app/domain/sign-in/secrets.server.ts";
import { findDemoAccount } from "#db/queries/accounts.server.ts";
import { listParts } from "#db/queries/sessions.server.ts";
import { createDatabase, type TestDatabase } from "../../../support/database.ts";
import { insertOpenLine } from "../../../support/line.ts";
import { insertAccount } from "../../../support/people.ts";

let database: TestDatabase;
beforeAll(async () => {
  database = await createDatabase();
});
afterAll(() => database?.dispose());

test("addresses are trimmed and in lower case; what is none is refused", () => {
  expect(readAddress("  Kim.Beispiel@Traeger.DE ")).toBe("kim.beispiel@traeger.de");
  for (const bad of [
    "",
    "kim",
    "kim@",
    "@traeger.de",
    "kim@traeger",
    "a b@c.de",
    "a@b.de\nBcc: c@d.de",
    "a@b.de, c@d.de",
    "<a@b.de>",
  ]) {
    expect(readAddress(bad), bad).toBeUndefined();
  }
});

test("a code is read as people type it", () => {
  for (let i = 0; i < 200; i++) expect(newCode()).toMatch(/^\d{8}$/);
  for (const typed of ["12345678", " 1234 5678 ", "1234\u00a05678", "12-34-56-78", "1234–5678"]) {
    expect(readCode(typed)).toBe("12345678");
  }
  for (const typed of ["", "1234567", "123456789", "1234567a", "١٢٣٤٥٦٧٨"])
    expect(readCode(typed), typed).toBeUndefined();
});

test("an account is made once; a second role goes to the same one; a closed one gets nothing", async () => {
  const wanted = { address: "first@example.org", name: "Erste Person", role: "coordination", locale: "de" } as const;
  const made = await createAccount(database.db, wanted);
  expect(made).toMatchObject({ account: "made", role: "given" });
  expect(await createAccount(database.db, { ...wanted, role: "steering" })).toMatchObject({
    accountId: made.accountId,
    account: "known",
    role: "given",
  });
  expect(await createAccount(database.db, wanted)).toMatchObject({ account: "known", role: "held" });
  const parts = await listParts(database.db, made.accountId);
  expect(parts.map((part) => part.role)).toEqual(["coordination", "steering"]);
  await database.db
    .updateTable("account")
    .set({ disabled_at: new Date() })
    .where("account_id", "=", made.accountId)
    .execute();
  expect(await createAccount(database.db, { ...wanted, role: "analyst" })).toMatchObject({ account: "closed" });
  expect(await listParts(database.db, made.accountId)).toHaveLength(2);
});

test("many at once make one account", async () => {
  const wanted = { address: "many@example.org", name: "Viele", role: "steering", locale: "de" } as const;
  const made = await Promise.all(Array.from({ length: 8 }, () => createAccount(database.db, wanted)));
  expect(new Set(made.map((one) => one.accountId)).size).toBe(1);
  expect(made.filter((one) => one.account === "made")).toHaveLength(1);
});

test("the demo's lead and member belong to the same project, which has something left to fill in", async () => {
  expect(await findDemoAccount(database.db, "lead")).toBeUndefined();
  const { projectId, roundId } = await insertOpenLine(database.db);
  const lead = await insertAccount(database.db, { role: "lead", projectId });
  expect(await findDemoAccount(database.db, "lead")).toBeUndefined();
  const member = await insertAccount(database.db, { role: "member", projectId });
  expect(await findDemoAccount(database.db, "lead")).toBe(lead);
  expect(await findDemoAccount(database.db, "member")).toBe(member);
  await database.db.updateTable("response").set({ state: "submitted" }).where("round_id", "=", roundId).execute();
  expect(await findDemoAccount(database.db, "lead")).toBeUndefined();
});

test("the demo's key is made once, for many at once, and only its owner may read it", async () => {
  const folder = await mkdtemp(path.join(tmpdir(), "praxisspiegel-key-"));
  try {
    const dataDir = path.join(folder, "data");
    const keys = await Promise.all(Array.from({ length: 10 }, () => demoKey(dataDir)));
    expect(new Set(keys).size).toBe(1);
    expect(keys[0]).toMatch(/^[\w-]{43}$/);
    expect((await stat(path.join(dataDir, "demo.key"))).mode & 0o077).toBe(0);
    expect(await isDemoKey(dataDir, keys[0] ?? "")).toBe(true);
    for (const bad of ["", "x", `${keys[0]}x`]) expect(await isDemoKey(dataDir, bad)).toBe(false);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
});

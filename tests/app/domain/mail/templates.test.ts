import { afterAll, beforeAll, expect, test } from "vitest";
import { queueInvitations } from "#app/domain/mail/round-mails.server.ts";
import { readTemplate, readTemplates, resetTemplate, saveTemplate } from "#app/domain/mail/templates.server.ts";
import { transact } from "#db/client.server.ts";
import { createDatabase, type TestDatabase } from "../../../support/database.ts";
import { addressOf, insertMailRound, inviteProject } from "../../../support/mail-round.ts";
import { insertAccount } from "../../../support/people.ts";
import { openPost, type TestPost } from "../../../support/post.ts";

let database: TestDatabase;
let post: TestPost;
let actorId: string;

beforeAll(async () => {
  database = await createDatabase();
  post = await openPost(database);
  actorId = await insertAccount(database.db, { role: "coordination" });
});
afterAll(async () => {
  await post?.close();
  await database?.dispose();
});

const save = (template: { subject: string; body: string }) =>
  saveTemplate(database.db, { kind: "invitation", locale: "de", template, actorId });
const kept = () => database.db.selectFrom("mail_template").selectAll().execute();
const verbs = async () => {
  const audit = database.db.selectFrom("audit").select(["verb", "object_id"]).where("object", "=", "template");
  return (await audit.orderBy("audit_id").execute()).map(({ verb, object_id: id }) => `${verb} ${id}`);
};

test("a template with a fault is not kept", async () => {
  expect(await save({ subject: "Neu", body: "Hallo {nmae}, {link}" })).toEqual([
    { field: "body", code: "unknown", placeholder: "nmae" },
  ]);
  expect(await kept()).toEqual([]);
  expect(await verbs()).toEqual([]);
});

test("a changed template is sent from then on, in its language only, and can be taken back", async () => {
  const template = { subject: "  Bitte bis {frist}  ", body: "Liebe Leute,\r\n\r\n<b>{erhebung}</b>: {link}\r\n" };
  expect(await save(template)).toEqual([]);
  expect((await readTemplate(database.db, "invitation", "de")).template.body).toBe(
    "Liebe Leute,\n\n<b>{erhebung}</b>: {link}",
  );
  const changed = (await readTemplates(database.db)).flatMap(({ kind, languages }) =>
    languages.filter(({ changedAt }) => changedAt).map(({ locale, changedBy }) => `${kind} ${locale} ${changedBy}`),
  );
  expect(changed).toEqual(["invitation de Test coordination"]);

  const { roundId } = await insertMailRound(database.db);
  const [german, english] = [await inviteProject(database.db, roundId), await inviteProject(database.db, roundId)];
  await database.db.updateTable("account").set({ locale: "en" }).where("account_id", "=", english.accountId).execute();
  await transact(database.db, (tx) => queueInvitations(tx, post.jobs, roundId));
  const [letter] = await post.deliver(await addressOf(database.db, german.accountId));
  expect(letter?.subject).toMatch(/^Bitte bis .+ Uhr$/);
  expect(letter?.text).toContain("Liebe Leute,\n\n<b>Bedarfe 2026</b>:\n\nZum Fragebogen:\nhttps://");
  const [other] = await post.deliver(await addressOf(database.db, english.accountId));
  expect(other?.text).toContain("Survey: Needs 2026");

  await resetTemplate(database.db, { kind: "invitation", locale: "de", actorId });
  await resetTemplate(database.db, { kind: "invitation", locale: "de", actorId });
  expect(await verbs()).toEqual(["mail.template invitation.de", "mail.template-reset invitation.de"]);
});

test("the words of the code are no change", async () => {
  const { template } = await readTemplate(database.db, "invitation", "de");
  expect(await save(template)).toEqual([]);
  expect(await kept()).toEqual([]);
});

import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { readDraft, readStanding } from "#app/domain/responses/read-response.server.ts";
import { saveChanges } from "#app/domain/responses/save-changes.server.ts";
import { closeRound } from "#app/domain/rounds/close-round.server.ts";
import { paths } from "#app/paths.ts";
import { startApp, type TestApp } from "../../support/app.ts";
import { createDatabase, type TestDatabase } from "../../support/database.ts";
import { sessionCookie } from "../../support/sign-in.ts";
import { openSampleSheet, PROBE, type SampleSheet } from "../domain/responses/sample-sheet.ts";

/** The form without JavaScript, over HTTP. */

let database: TestDatabase;
let app: TestApp;
let sheet: SampleSheet;
let id: string;
let lead: string;

beforeAll(async () => {
  database = await createDatabase();
  app = await startApp(database);
});
afterAll(async () => {
  await app?.stop();
  await database?.dispose();
});

const GROUP = {
  name: "drei",
  elements: [
    {
      type: "paneldynamic",
      name: "partner",
      maxPanelCount: 2,
      templateElements: [
        { type: "text", name: "name" },
        { type: "text", name: "geheim", visibleIf: "{panel.name} = 'A'" },
      ],
    },
    { type: "file", name: "datei" },
  ],
};
beforeEach(async () => {
  const pages = [...(PROBE.pages as unknown[]), GROUP];
  sheet = await openSampleSheet(database.db, { definition: { ...PROBE, pages } });
  id = (await sheet.invitation()).invitation_id;
  lead = await sessionCookie(app, sheet.lead.accountId);
});

type Form = Record<string, string | string[]>;

/** The hidden fields and the page as they are handed out. */
async function open(number = 1) {
  const response = await fetch(app.origin + paths.plain(id, number), { headers: { Cookie: lead }, redirect: "manual" });
  const html = await response.text();
  const hidden = (name: string) =>
    (new RegExp(`name="${name}" value="([^"]*)"`).exec(html)?.[1] ?? "").replaceAll("&quot;", '"');
  return { status: response.status, html, form: { "~form": hidden("~form"), "~base": hidden("~base") } };
}

function post(form: Form | string, number = 1, headers: Record<string, string> = {}) {
  const body = new URLSearchParams();
  for (const [name, value] of Object.entries(typeof form === "string" ? {} : form))
    for (const one of [value].flat()) body.append(name, one);
  return fetch(app.origin + paths.plain(id, number), {
    method: "POST",
    body: typeof form === "string" ? form : body,
    headers: {
      Cookie: lead,
      Origin: app.origin,
      "Content-Type": "application/x-www-form-urlencoded",
      ...headers,
    },
    redirect: "manual",
  });
}
const draft = async () => readDraft(database.db, await sheet.invitation());
const operations = () =>
  database.db.selectFrom("operation").selectAll().where("round_id", "=", sheet.roundId).execute();

describe("saving", () => {
  test("only what was changed is an edit; the same form twice is harmless", async () => {
    const { form } = await open();
    const filled = { ...form, plan: "lang", "thema/=recht": "1", zahl: "2,5", "~do": "save" };
    const [first, second] = await Promise.all([post(filled), post(filled)]);
    expect([first.status, second.status]).toEqual([302, 302]);
    expect((await post(filled)).status).toBe(302);
    expect((await draft()).answers).toEqual({ plan: "lang", thema: ["recht"], zahl: 2.5 });
    expect(await operations()).toHaveLength(3);
    const again = await open();
    await post({ ...again.form, plan: "lang", "thema/=recht": "1", zahl: "2,5", "~do": "save" });
    expect(await operations()).toHaveLength(3);
    const { html, form: third } = await open();
    expect(html).toContain('value="2,5"');
    await post({ ...third, plan: "lang", zahl: "", "~do": "save" });
    expect((await draft()).answers).toEqual({ plan: "lang" });
  });

  test("what does not fit stays in the form and the rest is saved; nothing is overwritten when it is mended", async () => {
    const { form } = await open();
    const response = await post({ ...form, plan: "kurz", zahl: "viele", "~do": "next" });
    expect(response.status).toBe(422);
    const html = await response.text();
    expect(html).toContain('value="viele"');
    expect(html).toContain('href="#f-zahl"');
    expect((await draft()).answers).toEqual({ plan: "kurz" });
    const edit = { opId: randomUUID(), path: "zahl", base: 0, value: 7 };
    await saveChanges(database.db, sheet.member, await sheet.invitation(), [edit]);
    const base = /name="~base" value="([^"]*)"/.exec(html)?.[1]?.replaceAll("&quot;", '"') ?? "";
    const formId = /name="~form" value="([^"]*)"/.exec(html)?.[1] ?? "";
    await post({ "~form": formId, "~base": base, plan: "kurz", zahl: "3", "~do": "save" });
    expect((await draft()).answers).toEqual({ plan: "kurz", zahl: 7 });
    const { clashes } = await readStanding(database.db, await sheet.invitation());
    expect(clashes).toMatchObject([{ path: "zahl", value: 3 }]);
    const { html: shown, form: next } = await open();
    expect(shown).toContain("Inzwischen hat Test member geantwortet: 7");
    await post({ ...next, plan: "kurz", zahl: "7", [`~decide.${clashes[0]?.opId}`]: "take", "~do": "save" });
    expect((await draft()).answers).toEqual({ plan: "kurz", zahl: 3 });
    expect((await readStanding(database.db, await sheet.invitation())).clashes).toEqual([]);
  });

  test("a required question holds the way on, never the way back or the saving", async () => {
    const { form } = await open();
    expect((await post({ ...form, "~do": "save" })).status).toBe(302);
    expect((await post({ ...form, "~do": "page.2" })).headers.get("Location")).toContain(paths.plain(id, 2));
    expect((await post({ ...form, "~do": "next" })).status).toBe(422);
  });

  test("entries are added once per form, to their maximum, and removed with what conditions hide in them", async () => {
    const { form } = await open(3);
    const add = { ...form, "~do": "add.partner" };
    await Promise.all([post(add, 3), post(add, 3)]);
    expect((await draft()).answers).toEqual({ partner: [{}] });
    const one = await open(3);
    const name = /name="(partner\/@[^/"]*\/name)"/.exec(one.html)?.[1] as string;
    const entry = name.replace(/\/name$/, "");
    await post({ ...one.form, [name]: "A", "~do": "save" }, 3);
    const shown = await open(3);
    await post({ ...shown.form, [name]: "A", [`${entry}/geheim`]: "x", "~do": "save" }, 3);
    const two = await open(3);
    await post({ ...two.form, [name]: "B", [`${entry}/geheim`]: "x", "~do": "add.partner" }, 3);
    const three = await open(3);
    expect(three.html).not.toContain('value="add.partner"');
    expect(three.html).toContain("braucht JavaScript");
    await post({ ...three.form, [name]: "B", "~do": `remove.${entry}` }, 3);
    expect((await draft()).answers).toEqual({ partner: [{}] });
  });

  test("what was written in an entry that is gone is decided too: otherwise nobody could submit", async () => {
    const entry = "partner/@a1";
    const save = async (...operations: unknown[]) =>
      saveChanges(database.db, sheet.member, await sheet.invitation(), operations as never);
    const op = (path: string, base: number, value: unknown) => ({ opId: randomUUID(), path, base, value });
    for (const [choice, answers] of [
      ["keep", {}],
      ["take", { partner: [{ name: "B" }] }],
    ] as const) {
      const rev = (await readDraft(database.db, await sheet.invitation())).revisions[entry] ?? 0;
      await save(op(entry, rev, 0));
      await save(op(entry, rev + 1, null), op(`${entry}/name`, 0, "B"));
      const { html, form } = await open(3);
      const [clash] = (await readStanding(database.db, await sheet.invitation())).clashes;
      expect(html).toContain(`name="~decide.${clash?.opId}"`);
      await post({ ...form, [`~decide.${clash?.opId}`]: choice, "~do": "save" }, 3);
      expect((await readStanding(database.db, await sheet.invitation())).clashes).toEqual([]);
      expect((await draft()).answers).toEqual(answers);
    }
  });

  test("when the round closes meanwhile, what was typed comes back to be copied", async () => {
    const { form } = await open();
    await closeRound(database.db, { roundId: sheet.roundId, actorId: null, now: new Date() });
    const response = await post({ ...form, plan: "kurz", zahl: "12", "~do": "next" });
    expect(response.status).toBe(409);
    const html = await response.text();
    expect(html).toContain('value="12"');
    expect(html).toContain("Kopieren Sie Ihre Eingaben");
    expect((await open()).html).not.toContain('value="next"');
  });
});

describe("bad input", () => {
  const UUID = randomUUID();
  const bad: [string, (form: Form) => Form | string, number][] = [
    ["no form", () => ({ plan: "kurz" }), 400],
    ["a form id that is none", (form) => ({ ...form, "~form": "x" }), 400],
    ["a base that is no JSON", (form) => ({ ...form, "~base": "{" }), 400],
    ["a base that is a list", (form) => ({ ...form, "~base": "[1]" }), 400],
    ["a base of other things", (form) => ({ ...form, "~base": '{"plan":{"rev":1}}' }), 400],
    ["a revision that cannot be", (form) => ({ ...form, "~base": '{"plan":"9999999999."}' }), 400],
    ["a base of foreign fields", (form) => ({ ...form, "~base": '{"mit/=niemand":"0."}' }), 400],
    ["a base of __proto__", (form) => ({ ...form, "~base": '{"__proto__":"0."}' }), 400],
    ["a field of another page", (form) => ({ ...form, "mit/=niemand": "1" }), 400],
    ["a field that is none", (form) => ({ ...form, gibtsnicht: "1" }), 400],
    ["__proto__", (form) => `${new URLSearchParams(form as Record<string, string>)}&__proto__=1`, 400],
    ["constructor", (form) => ({ ...form, constructor: "1" }), 400],
    ["a code that is none", (form) => ({ ...form, "thema/=schulden": "1" }), 400],
    ["a choice that is none", (form) => ({ ...form, plan: "mittel", "~do": "next" }), 422],
    ["a button that is none", (form) => ({ ...form, "~do": "explode" }), 400],
    ["a page that is none", (form) => ({ ...form, "~do": "page.99" }), 404],
    ["an entry of no group", (form) => ({ ...form, "~do": "add.plan" }), 400],
    ["an entry that never was", (form) => ({ ...form, "~do": "remove.partner/@x" }), 400],
    ["a decision about nothing", (form) => ({ ...form, [`~decide.${UUID}`]: "take" }), 302],
    ["a decision that is none", (form) => ({ ...form, [`~decide.${UUID}`]: "perhaps" }), 400],
    ["a decision about no id", (form) => ({ ...form, "~decide.x": "take" }), 400],
    ["a text of 100,001 signs", (form) => ({ ...form, "thema-Comment": "x".repeat(100_001) }), 422],
    ["a thousand values of one name", (form) => ({ ...form, plan: Array(1000).fill("kurz") }), 302],
    ["the sign NUL", (form) => ({ ...form, "thema-Comment": "a\0b" }), 302],
    ["half a sign", (form) => `${new URLSearchParams(form as Record<string, string>)}&thema-Comment=%ED%A0%80`, 302],
    [
      "5,000 names",
      (form) => ({ ...form, ...Object.fromEntries(Array.from({ length: 5000 }, (_, i) => [i, "1"])) }),
      413,
    ],
    ["a base of 5,000 fields", (form) => ({ ...form, "~base": manyFields(5000) }), 413],
    ["more than a megabyte", (form) => ({ ...form, "thema-Comment": "x".repeat(1_100_000) }), 413],
  ];
  const manyFields = (n: number) =>
    JSON.stringify(Object.fromEntries(Array.from({ length: n }, (_, i) => [`f${i}`, "0."])));

  test.each(bad)("%s", async (_, change, status) => {
    const { form } = await open();
    const response = await post(change(form));
    expect(response.status).toBe(status);
  });

  test("files, JSON and other bodies are no form", async () => {
    const { form } = await open();
    const body = new FormData();
    for (const [name, value] of Object.entries(form)) body.append(name, value);
    body.append("plan", new Blob(["x"]), "x.txt");
    const headers = { Cookie: lead, Origin: app.origin };
    const sent = await fetch(app.origin + paths.plain(id), { method: "POST", body, headers, redirect: "manual" });
    expect(sent.status).toBe(400);
    expect((await post("{}", 1, { "Content-Type": "application/json" })).status).toBe(400);
  });

  test.each(["0", "99", "-1", "1.5", "x", "__proto__"])("page %s is not there", async (number) => {
    const response = await fetch(`${app.origin}/boegen/${id}/seite/${number}`, { headers: { Cookie: lead } });
    expect(response.status).toBe(404);
  });
});

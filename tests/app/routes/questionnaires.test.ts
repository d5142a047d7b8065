import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { publishVersion } from "#app/domain/questionnaires/publish-version.server.ts";
import { paths } from "#app/paths.ts";
import { startApp, type TestApp } from "../../support/app.ts";
import { createDatabase, type TestDatabase } from "../../support/database.ts";
import { insertAccount } from "../../support/people.ts";
import { sessionCookie } from "../../support/sign-in.ts";
import { hostileDefinitions } from "../../surveys/hostile.ts";

let database: TestDatabase;
let app: TestApp;
let cookies: Record<"coordination" | "second" | "steering", string>;

const definition = (title: string) => ({
  title: { default: "Probe", en: "Trial" },
  elements: [{ type: "radiogroup", name: "a", title: { default: title, en: title }, choices: [1, 2] }],
});

beforeAll(async () => {
  database = await createDatabase();
  await publishVersion(database.db, { name: "probe", definition: definition("A?"), actorId: null });
  app = await startApp(database);
  const cookieOf = async (role: "coordination" | "steering") =>
    sessionCookie(app, await insertAccount(database.db, { role }));
  cookies = {
    coordination: await cookieOf("coordination"),
    second: await cookieOf("coordination"),
    steering: await cookieOf("steering"),
  };
});
afterAll(async () => {
  await app?.stop();
  await database?.dispose();
});

type Who = keyof typeof cookies;
const get = (path: string, who: Who = "coordination") =>
  fetch(app.origin + path, { headers: { Cookie: cookies[who] }, redirect: "manual" });

function post(path: string, fields: Record<string, string | Blob>, who: Who = "coordination") {
  const body = new FormData();
  for (const [name, value] of Object.entries(fields)) body.append(name, value);
  const headers = { Cookie: cookies[who], Origin: app.origin, Accept: "text/html" };
  return fetch(app.origin + path, { method: "POST", body, headers, redirect: "manual" });
}
const countDrafts = async () => (await database.db.selectFrom("version_draft").select("draft_id").execute()).length;
const json = (value: unknown) => JSON.stringify(value);

async function uploaded(title: string): Promise<string> {
  const response = await post(paths.newQuestionnaire("probe"), { text: json(definition(title)) });
  expect(response.status).toBe(302);
  return response.headers.get("Location") ?? "";
}

describe("what is uploaded", () => {
  test.each(hostileDefinitions)("hostile: $name", { timeout: 20_000 }, async ({ json: hostile }) => {
    const before = await countDrafts();
    const ways: Record<string, string | Blob>[] = [{ text: hostile }, { text: "", file: new Blob([hostile]) }];
    for (const sent of ways) {
      const response = await post(paths.newQuestionnaire(), { name: "boese", ...sent });
      expect(response.status).toBeGreaterThanOrEqual(400);
      expect(response.status).toBeLessThan(500);
      const page = await response.text();
      expect(page).toMatch(
        /So kann der Fragebogen nicht übernommen werden|größer als 1 MB|Bitte wählen Sie eine Datei/,
      );
    }
    expect(await countDrafts()).toBe(before);
  });

  test("comes as UTF-8 or UTF-16; other letters are not guessed", async () => {
    const text = json(definition("Größe?"));
    const utf16 = new Uint8Array([0xff, 0xfe, ...Buffer.from(text, "utf16le")]);
    const send = (file: Blob) => post(paths.newQuestionnaire("probe"), { text: "", file });
    expect((await send(new Blob(["\ufeff", text]))).status).toBe(302);
    expect((await send(new Blob([utf16]))).status).toBe(302);
    const guessed = await send(new Blob([Buffer.from(text, "latin1")]));
    expect([guessed.status, await guessed.text()]).toEqual([
      422,
      expect.stringContaining("nicht als UTF-8 gespeichert"),
    ]);
    const drafts = await database.db.selectFrom("version_draft").select("definition").execute();
    for (const draft of drafts) expect(json(draft.definition)).toContain("Größe?");
  });

  test("has a limit that is said in words, on this page or in front of it", async () => {
    const answers = await Promise.all(
      [1_100_000, 9_000_000].map((size) =>
        post(paths.newQuestionnaire(), { name: "gross", text: "", file: new Blob(["x".repeat(size)]) }).catch(
          () => undefined,
        ),
      ),
    );
    expect(answers[0]?.status).toBe(422);
    expect(await answers[0]?.text()).toContain("Die Datei ist größer als 1 MB.");
    // The rest of a body that is far too large is not read: the connection may end first.
    if (answers[1])
      expect([answers[1].status, await answers[1].text()]).toEqual([413, expect.stringContaining("<h1>")]);
  });

  test("is refused with unknown fields and for questionnaires that are not there", async () => {
    expect((await post(paths.newQuestionnaire("probe"), { text: "{}", state: "published" })).status).toBe(400);
    expect((await post(paths.newQuestionnaire("nirgends"), { text: json(definition("X")) })).status).toBe(404);
    const elsewhere = { text: json(definition("X")), kind: "11111111-1111-4111-8111-111111111111" };
    expect((await post(paths.newQuestionnaire("probe"), elsewhere)).status).toBe(404);
  });
});

describe("a draft", () => {
  test("is read and decided on in German and English, and shown only to the coordination", async () => {
    const draft = await uploaded("Ah?");
    const draftId = draft.split("/").at(-1) ?? "";
    const pages = [
      ...[paths.questionnaires(), paths.newQuestionnaire(), paths.newQuestionnaire("probe")],
      ...[draft, paths.draftUpload(draftId), paths.draftPreview(draftId), paths.draftFile(draftId)],
      ...[paths.questionnaire("probe"), paths.version("probe", 1), paths.versionPreview("probe", 1, "en")],
      paths.versionFile("probe", 1),
    ];
    for (const path of pages) {
      expect([path, (await get(path)).status]).toEqual([path, 200]);
      expect([path, (await get(path, "steering")).status]).toEqual([path, 404]);
    }
    expect(await (await get(paths.draftFile(draftId))).json()).toEqual(definition("Ah?"));
    for (const path of ["/frageboegen/entwurf/x", "/frageboegen/probe/9", "/frageboegen/probe/x", "/frageboegen/nie"])
      expect([path, (await get(path)).status]).toEqual([path, 404]);
  });

  test("goes its way once: steps out of turn and by the wrong person are refused", async () => {
    const draft = await uploaded("Oh?");
    const base = (await database.db.selectFrom("version").select("version_id").executeTakeFirstOrThrow()).version_id;
    const { checksum } = await database.db
      .selectFrom("version_draft")
      .select("checksum")
      .where("draft_id", "=", draft.split("/").at(-1) ?? "")
      .executeTakeFirstOrThrow();
    const seen = { checksum, base };
    const step = async (fields: Record<string, string>, who: Who) => (await post(draft, fields, who)).status;
    expect(await step({ intent: "publish", ...seen }, "second")).toBe(409);
    expect(await step({ intent: "propose", note: "x".repeat(2001), ...seen }, "coordination")).toBe(422);
    expect(await step({ intent: "propose", note: "", ...seen }, "steering")).toBe(404);
    expect(await step({ intent: "propose", note: "", ...seen }, "coordination")).toBe(302);
    expect(await step({ intent: "propose", note: "", ...seen }, "coordination")).toBe(409);
    expect(await step({ intent: "publish", ...seen }, "coordination")).toBe(409);
    expect(await step({ intent: "withdraw" }, "second")).toBe(409);
    expect(await step({ intent: "discard" }, "second")).toBe(409);
    expect(await step({ intent: "return", reason: " " }, "second")).toBe(422);
    expect(await step({ intent: "withdraw" }, "coordination")).toBe(302);
    expect(await step({ intent: "discard" }, "coordination")).toBe(302);
    expect(await step({ intent: "discard" }, "coordination")).toBe(409);
  });

  test("leaves its steps in the audit log with ids and plain facts only", async () => {
    const draft = await uploaded("Uh?");
    expect((await post(draft, { intent: "discard" })).status).toBe(302);
    const rows = await database.db
      .selectFrom("audit")
      .select(["verb", "object", "detail"])
      .where("object_id", "=", draft.split("/").at(-1) ?? "")
      .orderBy("audit_id")
      .execute();
    expect(rows.map(({ verb }) => verb)).toEqual(["draft.upload", "draft.discard"]);
    expect(json(rows)).not.toContain("Uh?");
  });
});

import { randomUUID } from "node:crypto";
import { checksumOf } from "#app/domain/canonical.server.ts";
import { paths } from "#app/paths.ts";
import { type Db, transact } from "#db/client.server.ts";
import { insertDraft, updateDraft } from "#db/queries/drafts.server.ts";
import { asArray, isObject, type JsonObject } from "#surveys/json.ts";
import type { SamplePage } from "./pages.ts";

/** Every page about questionnaires: of a version that was used, of a draft, and of one that waits for this person's yes. */
export async function questionnairePages(db: Db, readerId: string): Promise<SamplePage[]> {
  const version = await db
    .selectFrom("version")
    .innerJoin("questionnaire", "questionnaire.questionnaire_id", "version.questionnaire_id")
    .select("definition")
    .where("name", "=", "bedarfe")
    .executeTakeFirstOrThrow();
  const other = await db
    .selectFrom("membership")
    .select("account_id")
    .where("role", "=", "coordination")
    .where("account_id", "!=", readerId)
    .executeTakeFirstOrThrow();
  const definition = changeEverything(version.definition);
  const [own, proposed] = await Promise.all([addDraft(db, definition, readerId), addDraft(db, definition, readerId)]);
  await transact(db, (tx) =>
    updateDraft(tx, proposed, {
      state: "proposed",
      proposed_by: other.account_id,
      proposed_at: new Date(),
      note: "Bitte lesen.",
    }),
  );
  const form = { group: "versions", role: "coordination", drawn: ".sd-page" } as const;
  const previews = [
    paths.versionPreview("bedarfe", 1),
    paths.versionPreview("netzwerk", 1, "en"),
    paths.draftPreview(own),
  ];
  const pages = [
    paths.questionnaires(),
    paths.questionnaire("bedarfe"),
    paths.version("bedarfe", 1),
    paths.newQuestionnaire(),
    paths.newQuestionnaire("bedarfe"),
    paths.draft(own),
    paths.draft(own, "verwerfen"),
    paths.draftUpload(own),
    paths.draft(proposed),
  ];
  return [
    ...pages.map((path): SamplePage => ({ group: "versions", role: "coordination", path })),
    ...previews.map((path): SamplePage => ({ ...form, path })),
  ];
}

async function addDraft(db: Db, definition: JsonObject, uploadedBy: string): Promise<string> {
  const draftId = randomUUID();
  const file = { definition, checksum: checksumOf(definition) };
  await transact(db, (tx) => insertDraft(tx, { draftId, name: "bedarfe", amends: null, uploadedBy, ...file }));
  return draftId;
}

/** One change of every sort: other words, other options, a condition, a question less and a question more. */
function changeEverything(source: JsonObject): JsonObject {
  const definition = structuredClone(source);
  const page = asArray(definition.pages)
    .filter(isObject)
    .find((one) => one.name === "team") as JsonObject;
  const [last, turnover, ...others] = asArray(page.elements).filter(isObject);
  Object.assign(turnover as JsonObject, {
    title: { default: "Wie viele wechselten?" },
    visibleIf: "{team_superv} = 'keine'",
  });
  const choices = [...asArray(others[0]?.choices), { value: "neu", text: { default: "Neu", en: "New" } }];
  Object.assign(others[0] as JsonObject, { choices });
  page.elements = [last, turnover, others[0], { type: "text", name: "neu", title: { default: "Neue Frage?" } }];
  return definition;
}

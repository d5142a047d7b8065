import type { Db } from "#db/client.server.ts";
import { questionOfPath, toFields } from "#surveys/fields/index.ts";
import type { Respondent } from "../responses/access.server.ts";
import { readPreviousWave } from "../responses/previous-wave.server.ts";
import { valueInWords } from "./field-words.ts";
import { getTeamSheet } from "./team-sheet.server.ts";

/** What was answered to one question in the wave before. */
export type LastAnswer = {
  /** the answer in words, as the questionnaire of that time names it */
  words: string;
  /** the fields that may be taken over: they measure the same today */
  fields: { path: string; value: unknown }[];
};

/** `answers` by the name under which a question is answered. */
export type LastTime = { wave: string; answers: Record<string, LastAnswer> };

/**
 * The project's own answers of the wave before, for the questions that measure the same today. Null where there was none.
 * Lists whose entries are numbered are left out: nobody can tell which entry of today is which of then.
 */
export async function readLastTime(db: Db, viewer: Respondent, invitationId: string): Promise<LastTime | null> {
  const { invitation, instrument } = await getTeamSheet(db, viewer, invitationId, "response.edit");
  const previous = await readPreviousWave(db, invitation);
  if (!previous) return null;
  const { definition } = instrument;
  const byName = Map.groupBy(
    [...toFields(definition, previous.answers)].filter(([path]) => isComparable(path, previous.comparable)),
    ([path]) => questionOfPath(path),
  );
  const answers: LastTime["answers"] = {};
  for (const [name, fields] of byName) {
    const question = previous.definition.level.byName.get(name)?.[0];
    if (!question || question.grouped || !definition.level.byName.has(name)) continue;
    answers[name] = {
      words: valueInWords(question, previous.answers[name], viewer.locale),
      fields: fields.map(([path, value]) => ({ path, value })),
    };
  }
  return { wave: previous.wave, answers };
}

/** True of a field whose item measures the same; the text beside "other" belongs to its question, a comment is an item. */
function isComparable(path: string, comparable: ReadonlySet<string>): boolean {
  const above = path.endsWith("-Comment") ? path.slice(0, -"-Comment".length) : undefined;
  if (above !== undefined) return comparable.has(above) || comparable.has(`${above}/-comment`);
  return comparable.has(path.replace(/\/=[^/]*$/, ""));
}

import { createHash, randomUUID } from "node:crypto";
import { makeRelease } from "#app/domain/release/make-release.server.ts";
import { closeRound } from "#app/domain/rounds/close-round.server.ts";
import { type Db, jsonb, type Tx, transact } from "#db/client.server.ts";
import { cellsOf } from "#surveys/cells.ts";
import { type Definition, readDefinition } from "#surveys/definition.ts";
import type { JsonObject } from "#surveys/json.ts";
import type { Network, Sheet } from "../network.ts";
import { QUESTIONS } from "../questions.ts";
import { DASHBOARD_ELEMENTS, DASHBOARD_QUESTIONS, INTERFACES } from "./dashboard-questions.ts";

/** Rows per insert, far below PostgreSQL's limit of parameters. */
const ROWS = 1000;

/** The questions as a definition that somebody would upload. */
const SOURCE = {
  title: "Angriff",
  interfaces: INTERFACES,
  pages: [
    {
      name: "eins",
      elements: QUESTIONS.map(({ key, scale, shares, missing }) => ({
        type: scale === "multiple" ? "checkbox" : "radiogroup",
        name: key,
        choices: [
          ...Object.keys(shares).map((code) => (scale === "ordinal" ? Number(code) : code)),
          ...(missing ? [{ value: missing.code, missing: true }] : []),
        ],
      })),
    },
    { name: "zwei", elements: DASHBOARD_ELEMENTS },
  ],
};

/** A network in the database, ready for its waves; `place`: how many were stored before it. */
export type Stored = {
  seriesId: string;
  versionId: string;
  definition: Definition;
  ids: Map<string, string>;
  place: number;
};

/** What is stored last is newest in every wave: so much does the overview know of it. */
const dayOf = (place: number) => (wave: number, days: number) =>
  new Date(Date.UTC(2026, 3 * wave, 1 + place + days, 8));

/** Organisations and projects of a network, and the questionnaire that they are asked. */
export async function storeNetwork(
  db: Db,
  { projects, seed }: Network,
  { name, place }: { name: string; place: number },
): Promise<Stored> {
  const { definition } = readDefinition(SOURCE as unknown as JsonObject);
  if (!definition) throw new Error("the questions are no definition");
  const [questionnaireId, versionId, seriesId] = [randomUUID(), randomUUID(), randomUUID()];
  const ids = new Map<string, string>();
  for (const { id, organisation } of projects) {
    ids.set(id, randomUUID());
    if (!ids.has(organisation)) ids.set(organisation, randomUUID());
  }
  await transact(db, async (tx) => {
    const questionnaire = {
      questionnaire_id: questionnaireId,
      name: `${name}-${seed}`,
      title: jsonb({ de: "Angriff" }),
    };
    await tx.insertInto("questionnaire").values(questionnaire).execute();
    const checksum = createHash("sha256").update(JSON.stringify(SOURCE)).digest("hex");
    const version = {
      version_id: versionId,
      questionnaire_id: questionnaireId,
      number: 1,
      checksum,
      published_by: null,
    };
    await tx
      .insertInto("version")
      .values({ ...version, definition: jsonb(SOURCE as unknown as JsonObject) })
      .execute();
    await tx.insertInto("series").values({ series_id: seriesId, questionnaire_id: questionnaireId, name }).execute();
    const organisations = [...new Set(projects.map(({ organisation }) => organisation))];
    await inSteps(organisations, (rows) =>
      tx
        .insertInto("organisation")
        .values(
          rows.map((one) => ({ organisation_id: idOf(ids, one), name: `${name} ${seed} ${one}`, is_partner: false })),
        ),
    );
    await inSteps(projects, (rows) =>
      tx.insertInto("project").values(
        rows.map(({ id, organisation }) => ({
          ...{ project_id: idOf(ids, id), organisation_id: idOf(ids, organisation), name: `${name} ${seed} ${id}` },
          ...{ active_from: "2025-01-01", active_until: null },
        })),
      ),
    );
  });
  return { seriesId, versionId, definition, ids, place };
}

/** A wave as it is when the coordination closes it, released by production. Gives back the id of the release. */
export async function releaseWave(
  db: Db,
  network: Network,
  { seriesId, versionId, definition, ids, place }: Stored,
  { wave, strict }: { wave: number; strict: boolean },
): Promise<string> {
  const roundId = randomUUID();
  const day = dayOf(place);
  const sheets = network.waves[wave] ?? [];
  const invitations = new Map(network.projects.map(({ id }) => [id, randomUUID()]));
  await transact(db, async (tx) => {
    const times = { opens_at: day(wave, 0), closes_at: day(wave, 20), opened_at: day(wave, 0), closed_at: null };
    const round = { round_id: roundId, series_id: seriesId, version_id: versionId, wave: String(wave + 1), ...times };
    const title = jsonb({ de: "Angriff", en: "Attack" });
    const kind = { privacy: "confidential" as const, strict, state: "open" as const, fictional: true };
    await tx
      .insertInto("round")
      .values({ ...round, ...kind, title })
      .execute();
    await inSteps(network.projects, (rows) =>
      tx.insertInto("invitation").values(
        rows.map(({ id, organisation, values: { region5: _, ...values } }) => ({
          ...{ round_id: roundId, invitation_id: idOf(invitations, id), project_id: idOf(ids, id) },
          ...{ organisation_id: idOf(ids, organisation), first_opened_at: null },
          attributes: jsonb(
            Object.fromEntries(Object.entries(values).flatMap(([code, one]) => (one ? [[code, [one]]] : []))),
          ),
        })),
      ),
    );
    await insertSheets(tx, { roundId, definition, sheets, invitations });
  });
  const asked = { roundId, actorId: null, now: day(wave, 21) };
  await closeRound(db, asked);
  return (await makeRelease(db, asked)).releaseId;
}

type Wave = {
  roundId: string;
  definition: Definition;
  sheets: readonly Sheet[];
  invitations: ReadonlyMap<string, string>;
};

async function insertSheets(tx: Tx, { roundId, definition, sheets, invitations }: Wave): Promise<void> {
  const responses = sheets.map((sheet) => ({ sheet, response_id: randomUUID() }));
  await inSteps(responses, (rows) =>
    tx.insertInto("response").values(
      rows.map(({ sheet, response_id }) => ({
        ...{ round_id: roundId, response_id, invitation_id: idOf(invitations, sheet.project.id) },
        ...{ state: "submitted" as const, submitted_at: new Date() },
      })),
    ),
  );
  const cells = responses.flatMap(({ sheet, response_id }) =>
    cellsOf(definition, answersOf(sheet)).map((cell, position) => ({
      ...{ ...cell, position, round_id: roundId, response_id, visible: true },
    })),
  );
  await inSteps(cells, (rows) => tx.insertInto("cell").values(rows));
}

/** What the project typed: one value, or a list where several can be chosen; nothing where it left the question out. */
function answersOf({ answers }: Sheet): JsonObject {
  const typed: JsonObject = {};
  for (const { key, scale } of [...QUESTIONS, ...DASHBOARD_QUESTIONS]) {
    const codes = answers[key] ?? [];
    const values = codes.map((code) => (scale === "ordinal" && /^\d+$/.test(code) ? Number(code) : code));
    if (values.length === 0) continue;
    // Rows and columns of tables are objects within objects.
    const path = key.split("/");
    const last = path.pop() as string;
    let around = typed;
    for (const step of path) {
      around[step] ??= {};
      around = around[step] as JsonObject;
    }
    around[last] = (scale === "multiple" ? values : values[0]) as JsonObject[string];
  }
  return typed;
}

const idOf = (ids: ReadonlyMap<string, string>, name: string): string => ids.get(name) ?? "";

async function inSteps<T>(
  rows: readonly T[],
  insert: (step: T[]) => { execute: () => Promise<unknown> },
): Promise<void> {
  for (let from = 0; from < rows.length; from += ROWS) await insert(rows.slice(from, from + ROWS)).execute();
}

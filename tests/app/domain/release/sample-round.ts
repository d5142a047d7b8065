import { createHash, randomUUID } from "node:crypto";
import { makeRelease } from "#app/domain/release/make-release.server.ts";
import { closeRound } from "#app/domain/rounds/close-round.server.ts";
import { type Db, jsonb, type Tx } from "#db/client.server.ts";
import { replaceCells } from "#db/queries/submissions.server.ts";
import { cellsOf } from "#surveys/cells.ts";
import { readDefinition } from "#surveys/definition.ts";
import type { JsonObject } from "#surveys/json.ts";
import { withRoster } from "#surveys/roster.ts";

/** A questionnaire with one question of every scale that a release treats in its own way. */
const DEFINITION = {
  title: "Probe",
  pages: [
    {
      name: "eins",
      elements: [
        {
          type: "matrix",
          name: "bed",
          title: { default: "Wie wichtig ist das?", en: "How important is this?" },
          columns: [1, 2, 3, 4, 5, { value: "wn", text: "weiß nicht", missing: true }],
          rows: ["zugang", "austausch"],
        },
        { type: "radiogroup", name: "plan", choices: ["kurz", "lang"], showOtherItem: true },
        { type: "checkbox", name: "thema", choices: ["recht", "haft", "online"] },
        { type: "ranking", name: "rang", choices: ["a", "b", "c"], selectToRankEnabled: true },
        { type: "text", name: "faelle", inputType: "number" },
        { type: "text", name: "selten", inputType: "number" },
        { type: "comment", name: "offen" },
        {
          type: "paneldynamic",
          name: "ort",
          templateElements: [{ type: "rating", name: "note", rateMax: 5 }],
        },
      ],
    },
  ],
};

export type Participant = {
  /** a random one by default */
  projectId?: string;
  organisation: number;
  attributes: Record<string, string[]>;
  /** undefined: invited, but nothing came */
  answers?: JsonObject;
  /** JSON Pointers of answers that conditions hide */
  invisible?: string[];
  draft?: boolean;
};

/** 60 projects of 12 organisations; 54 submit. Every number follows from the index, so that a test can count again. */
export function participants(): Participant[] {
  const laender = ["nw", "he", "by", "bw", "hh", "ni", "sn", "th", "nw", "he"];
  return Array.from({ length: 60 }, (_, i) => ({
    organisation: i % 12,
    attributes: { land: [laender[(i * 7) % 10] as string], ansatz: [["person", "umfeld", "beides"][i % 3] as string] },
    answers: i < 57 ? answersOf(i) : undefined,
    invisible: i % 11 === 0 ? ["/plan"] : [],
    draft: i >= 54,
  }));
}

function answersOf(i: number): JsonObject {
  const answers: JsonObject = {
    bed: { zugang: i % 9 === 0 ? "wn" : 1 + ((i * 3) % 5), austausch: 1 + (i % 5) },
    plan: i % 7 === 0 ? "other" : i % 2 ? "kurz" : "lang",
    rang: i % 3 ? ["a", "b"] : ["c", "a", "b"],
    faelle: 3 + ((i * 5) % 23),
    offen: `canary-${i}`,
  };
  if (i % 7 === 0) answers["plan-Comment"] = `canary-other-${i}`;
  if (i % 4) answers.thema = i % 2 ? ["recht", "haft"] : ["online"];
  if (i < 8) answers.selten = i;
  if (i % 2) answers.ort = [{ note: 1 + (i % 5) }, { note: 3 }];
  if (i % 5 === 0) delete answers.faelle;
  return answers;
}

type Options = { strict?: boolean; privacy?: "named" | "confidential" | "anonymous"; definition?: JsonObject };

/** Writes an open round with its invitations, responses and cells, as the app would have. Gives back its id. */
export async function insertRound(db: Db | Tx, people: readonly Participant[], options: Options = {}): Promise<string> {
  const source = options.definition ?? (DEFINITION as JsonObject);
  const roster = people.flatMap(({ projectId }) => (projectId ? { value: projectId, text: "Projekt" } : []));
  const { definition } = readDefinition(withRoster(source, roster));
  if (!definition) throw new Error("the sample definition cannot be read");
  const ids = { questionnaire: randomUUID(), version: randomUUID(), series: randomUUID(), round: randomUUID() };
  await db
    .insertInto("questionnaire")
    .values({ questionnaire_id: ids.questionnaire, name: `probe-${ids.round}`, title: jsonb({ de: "Probe" }) })
    .execute();
  await db
    .insertInto("version")
    .values({
      version_id: ids.version,
      questionnaire_id: ids.questionnaire,
      number: 1,
      definition: jsonb(source),
      checksum: createHash("sha256").update(JSON.stringify(source)).digest("hex"),
      published_by: null,
    })
    .execute();
  await db
    .insertInto("series")
    .values({ series_id: ids.series, questionnaire_id: ids.questionnaire, name: "Probe" })
    .execute();
  await db
    .insertInto("round")
    .values({
      round_id: ids.round,
      series_id: ids.series,
      version_id: ids.version,
      title: jsonb({ de: "Probe", en: "Sample" }),
      wave: "2026",
      privacy: options.privacy ?? "confidential",
      strict: options.strict ?? false,
      state: "open",
      opens_at: new Date("2026-09-01T08:00:00Z"),
      closes_at: new Date("2026-10-01T16:00:00Z"),
      opened_at: new Date("2026-09-01T08:00:00Z"),
      closed_at: null,
      fictional: true,
    })
    .execute();
  const organisations = new Map([...new Set(people.map((one) => one.organisation))].map((n) => [n, randomUUID()]));
  for (const [n, organisation_id] of organisations) {
    await db
      .insertInto("organisation")
      .values({ organisation_id, name: `Träger ${n} ${ids.round}`, is_partner: false })
      .execute();
  }
  for (const [i, one] of people.entries()) {
    const project_id = one.projectId ?? randomUUID();
    const invitation_id = randomUUID();
    const organisation_id = organisations.get(one.organisation) as string;
    await db
      .insertInto("project")
      .values({ project_id, organisation_id, name: `Projekt ${i}`, active_from: "2025-01-01", active_until: null })
      .execute();
    await db
      .insertInto("invitation")
      .values({
        round_id: ids.round,
        invitation_id,
        project_id,
        organisation_id,
        attributes: jsonb(one.attributes),
        first_opened_at: null,
      })
      .execute();
    if (!one.answers) continue;
    const key = { roundId: ids.round, responseId: randomUUID() };
    await db
      .insertInto("response")
      .values({
        round_id: key.roundId,
        response_id: key.responseId,
        invitation_id,
        state: one.draft ? "draft" : "submitted",
        submitted_at: one.draft ? null : new Date("2026-09-20T10:00:00Z"),
      })
      .execute();
    const shown = cellsOf(definition, one.answers, one.invisible).map((cell) => JSON.stringify(cell));
    const cells = cellsOf(definition, one.answers).map((cell) => ({
      ...cell,
      visible: shown.includes(JSON.stringify(cell)),
    }));
    await replaceCells(db as Tx, key, cells);
  }
  return ids.round;
}

export const CLOSED_AT = new Date("2026-10-02T09:00:00Z");

/** Writes, closes and releases a round, and reads what was frozen. */
export async function releaseRound(db: Db | Tx, people: readonly Participant[], options?: Options) {
  const roundId = await insertRound(db, people, options);
  const asked = { roundId, actorId: null, now: CLOSED_AT };
  await closeRound(db, asked);
  const { releaseId: id } = await makeRelease(db, asked);
  const figures = await db
    .selectFrom("release_figure")
    .selectAll()
    .where("release_id", "=", id)
    .orderBy("item")
    .orderBy("breakdown")
    .orderBy("group_code")
    .execute();
  const groups = await db
    .selectFrom("release_group")
    .selectAll()
    .where("release_id", "=", id)
    .orderBy("position")
    .execute();
  const items = await db
    .selectFrom("release_item")
    .selectAll()
    .where("release_id", "=", id)
    .orderBy("position")
    .execute();
  const release = await db.selectFrom("release").selectAll().where("release_id", "=", id).executeTakeFirstOrThrow();
  const figure = (item: string, breakdown = "total", group = "all") =>
    figures.find((one) => one.item === item && one.breakdown === breakdown && one.group_code === group);
  return { roundId, release, figures, groups, items, figure };
}

import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { publishVersion } from "#app/domain/questionnaires/publish-version.server.ts";
import { openRound } from "#app/domain/rounds/open-round.server.ts";
import { readLastTime } from "#app/domain/talk/read-last-time.server.ts";
import type { Viewer } from "#app/domain/viewer.ts";
import { jsonb } from "#db/client.server.ts";
import type { JsonObject } from "#surveys/json.ts";
import { createDatabase, type TestDatabase } from "../../../support/database.ts";
import { insertAccount, insertProject } from "../../../support/people.ts";
import { outcomeOf } from "../responses/sample-sheet.ts";

const DAY_MS = 86_400_000;
const COLUMNS = [
  { value: 1, text: "wenig" },
  { value: 2, text: "viel" },
];
const THEN: JsonObject = {
  title: "Probe",
  pages: [
    {
      name: "eins",
      elements: [
        { type: "radiogroup", name: "plan", title: "Plan", choices: [{ value: "k", text: "kurz" }] },
        { type: "checkbox", name: "thema", title: "Themen", choices: ["recht", "haft"], showOtherItem: true },
        { type: "dropdown", name: "land", title: "Land", choices: ["a", "b"] },
        { type: "matrix", name: "wichtig", title: "Wichtig", columns: COLUMNS, rows: ["geld", "zeit"] },
        {
          type: "paneldynamic",
          name: "partner",
          title: "Partner",
          templateElements: [{ type: "text", name: "name", title: "Name" }],
        },
      ],
    },
  ],
};
/** Other choices of `land`, one row less, one row more, and a question that is new. */
const NOW: JsonObject = JSON.parse(
  JSON.stringify(THEN).replace('["a","b"]', '["a","b","c"]').replace('["geld","zeit"]', '["geld","ruhe"]'),
);

let database: TestDatabase;
let projectId: string;
let lead: Viewer;

beforeAll(async () => {
  database = await createDatabase();
});
afterAll(() => database?.dispose());
beforeEach(async () => {
  ({ projectId } = await insertProject(database.db));
  const accountId = await insertAccount(database.db, { role: "lead", projectId });
  lead = { accountId, name: "Test lead", locale: "de", parts: [{ role: "lead", projectId }] };
});

async function openWaves() {
  const name = `wellen-${projectId}`;
  const open = async (definition: JsonObject, wave: string, daysAgo: number) => {
    const { versionId } = await publishVersion(database.db, { name, definition, actorId: null });
    const { roundId, invitations } = await openRound(database.db, {
      ...{ versionId, wave, privacy: "confidential" as const, actorId: null },
      audience: { kind: "projects", projectIds: [projectId] },
      opensAt: new Date(Date.now() - daysAgo * DAY_MS),
      closesAt: new Date(Date.now() + 10 * DAY_MS),
    });
    return { roundId, invitationId: invitations[0]?.invitationId ?? "" };
  };
  return { before: await open(THEN, "2025", 400), now: await open(NOW, "2026", 5) };
}

async function submit({ roundId, invitationId }: { roundId: string; invitationId: string }, answers: JsonObject) {
  const key = { round_id: roundId, response_id: randomUUID() };
  const state = { state: "submitted", submitted_at: new Date() } as const;
  await database.db
    .insertInto("response")
    .values({ ...key, invitation_id: invitationId, ...state })
    .execute();
  const facts = { submission_id: randomUUID(), number: 1, receipt: randomUUID(), checksum: "x", submitted_by: null };
  await database.db
    .insertInto("submission")
    .values({ ...key, ...facts, answers: jsonb(answers) })
    .execute();
}

test("what measures the same is offered field by field, in words; what does not is left out", async () => {
  const { before, now } = await openWaves();
  await submit(before, {
    ...{ plan: "k", land: "a", wichtig: { geld: 2, zeit: 1 } },
    ...{ thema: ["haft", "other"], "thema-Comment": "Asyl", partner: [{ name: "Amt" }] },
  });
  const last = await readLastTime(database.db, lead, now.invitationId);
  expect(last).toEqual({
    wave: "2025",
    answers: {
      plan: { words: "kurz", fields: [{ path: "plan", value: "k" }] },
      thema: {
        words: expect.stringMatching(/^haft, /),
        fields: [
          { path: "thema/=haft", value: true },
          { path: "thema/=other", value: true },
          { path: "thema-Comment", value: "Asyl" },
        ],
      },
      wichtig: { words: expect.stringContaining("geld: viel"), fields: [{ path: "wichtig/geld", value: 2 }] },
    },
  });
});

test("without an earlier submission there is nothing, and a sheet of others is none", async () => {
  const { now } = await openWaves();
  expect(await readLastTime(database.db, lead, now.invitationId)).toBeNull();
  const stranger = { ...lead, parts: [{ role: "lead" as const, projectId: randomUUID() }] };
  expect(await outcomeOf(readLastTime(database.db, stranger, now.invitationId))).toBe("not-found");
});

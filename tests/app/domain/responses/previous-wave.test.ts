import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { publishVersion } from "#app/domain/questionnaires/publish-version.server.ts";
import { getInvitation } from "#app/domain/responses/access.server.ts";
import { readPreviousWave } from "#app/domain/responses/previous-wave.server.ts";
import { openRound } from "#app/domain/rounds/open-round.server.ts";
import type { Viewer } from "#app/domain/viewer.ts";
import type { JsonObject } from "#surveys/json.ts";
import { createDatabase, type TestDatabase } from "../../../support/database.ts";
import { insertAccount, insertProject } from "../../../support/people.ts";
import { PROBE } from "./sample-sheet.ts";

const DAY_MS = 86_400_000;

let database: TestDatabase;
let projectId: string;
let lead: Viewer;
let name: string;

beforeAll(async () => {
  database = await createDatabase();
});
afterAll(() => database?.dispose());
beforeEach(async () => {
  ({ projectId } = await insertProject(database.db));
  const accountId = await insertAccount(database.db, { role: "lead", projectId });
  lead = { accountId, name: "Test lead", locale: "de", parts: [{ role: "lead", projectId }] };
  name = `wellen-${projectId}`;
});

const publish = (definition: JsonObject) => publishVersion(database.db, { name, definition, actorId: null });

/** A round of the questionnaire that opened so many days ago; gives back the project's invitation. */
async function openWave(versionId: string, wave: string, daysAgo: number, privacy: "confidential" | "anonymous") {
  const { roundId, invitations } = await openRound(database.db, {
    ...{ versionId, wave, privacy, actorId: null },
    audience: { kind: "projects", projectIds: [projectId] },
    opensAt: new Date(Date.now() - daysAgo * DAY_MS),
    closesAt: new Date(Date.now() + 10 * DAY_MS),
  });
  const invitationId = invitations[0]?.invitationId ?? "";
  const invitation = () => getInvitation(database.db, lead, invitationId, "invitation.read");
  return { roundId, invitationId, invitation };
}

/** Several submissions in a row, the last one counts. */
async function submitted(
  wave: { roundId: string; invitationId: string },
  answers: JsonObject[],
  invisible: string[] = [],
) {
  const key = { round_id: wave.roundId, response_id: randomUUID() };
  const state = { state: "submitted", submitted_at: new Date() } as const;
  await database.db
    .insertInto("response")
    .values({ ...key, invitation_id: wave.invitationId, ...state })
    .execute();
  for (const [index, one] of answers.entries()) {
    await database.db
      .insertInto("submission")
      .values({
        ...key,
        submission_id: randomUUID(),
        number: index + 1,
        receipt: randomUUID(),
        answers: JSON.stringify(one) as never,
        invisible: JSON.stringify(invisible) as never,
        checksum: "x",
        submitted_by: null,
      })
      .execute();
  }
  return key;
}

describe("what the project answered last time", () => {
  test("is the latest submission of the latest earlier round, without what was hidden", async () => {
    const { versionId } = await publish(PROBE);
    const older = await openWave(versionId, "2024", 600, "confidential");
    await submitted(older, [{ plan: "kurz" }]);
    const old = await openWave(versionId, "2025", 365, "confidential");
    await submitted(old, [{ plan: "kurz" }, { plan: "lang", warum: "verborgen", zahl: 3 }], ["/warum"]);
    const skipped = await openWave(versionId, "2026/1", 100, "confidential");
    const now = await openWave(versionId, "2026/2", 1, "confidential");
    const previous = await readPreviousWave(database.db, await now.invitation());
    expect(previous).toMatchObject({ wave: "2025", answers: { plan: "lang", zahl: 3 } });
    expect(previous?.answers).not.toHaveProperty("warum");
    expect(previous?.definition.items.map((item) => item.key)).toContain("zahl");
    expect((await readPreviousWave(database.db, await skipped.invitation()))?.wave).toBe("2025");
    expect((await readPreviousWave(database.db, await old.invitation()))?.wave).toBe("2024");
    expect(await readPreviousWave(database.db, await older.invitation())).toBeUndefined();
  });

  test("a draft, a withdrawn response, a cancelled round, and another project's answers are none", async () => {
    const { versionId } = await publish(PROBE);
    const old = await openWave(versionId, "2025", 365, "confidential");
    const key = await submitted(old, [{ plan: "kurz" }]);
    const now = await openWave(versionId, "2026", 1, "confidential");
    const responses = database.db.updateTable("response").where("round_id", "=", key.round_id);
    const withdrawn = { event_id: randomUUID(), kind: "withdrawn", number: 1, by: null } as const;
    await database.db
      .insertInto("response_event")
      .values({ ...key, ...withdrawn })
      .execute();
    await responses.set({ state: "draft" }).execute();
    expect(await readPreviousWave(database.db, await now.invitation())).toBeUndefined();
    await responses.set({ state: "submitted" }).execute();
    expect(await readPreviousWave(database.db, await now.invitation())).toMatchObject({ wave: "2025" });
    const { projectId: other } = await insertProject(database.db);
    const foreign = { ...(await now.invitation()), project_id: other };
    expect(await readPreviousWave(database.db, foreign)).toBeUndefined();
    const anonymous = await openWave(versionId, "2027", 0, "anonymous");
    expect(await readPreviousWave(database.db, await anonymous.invitation())).toBeUndefined();
    const cancelled = { state: "cancelled", cancelled_at: new Date() } as const;
    await database.db.updateTable("round").set(cancelled).where("round_id", "=", old.roundId).execute();
    expect(await readPreviousWave(database.db, await now.invitation())).toBeUndefined();
  });

  test("only items that measure the same may be compared", async () => {
    const { versionId: before } = await publish(PROBE);
    await submitted(await openWave(before, "2025", 365, "confidential"), [{ plan: "lang" }]);
    const changed = structuredClone(PROBE) as { pages: { elements: Record<string, unknown>[] }[] };
    const [plan, , , zahl] = changed.pages[0]?.elements ?? [];
    Object.assign(plan as object, { title: { default: "Wie lange reicht das Geld noch?", en: "How long?" } });
    Object.assign(zahl as object, { inputType: "text" });
    const { versionId: after } = await publish(changed as JsonObject);
    const now = await openWave(after, "2026", 1, "confidential");
    const previous = await readPreviousWave(database.db, await now.invitation());
    expect(previous?.comparable.has("plan")).toBe(true);
    expect(previous?.comparable.has("warum")).toBe(true);
    expect(previous?.comparable.has("zahl")).toBe(false);
  });
});

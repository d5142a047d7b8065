import { randomUUID } from "node:crypto";
import { type Db, type Tx, transact } from "#db/client.server.ts";
import { ensureSeries, insertRound, listActiveProjects } from "#db/queries/audience.server.ts";
import { insertAudit } from "#db/queries/audit.server.ts";
import {
  deleteRound,
  lockQuestionnaire,
  lockSetup,
  type RoundSetup,
  updateRound,
} from "#db/queries/round-setup.server.ts";
import { findVersion } from "#db/queries/versions.server.ts";
import type { Audience, RoundTable } from "#db/tables/round.ts";
import { textOf } from "#surveys/texts.ts";
import { type Fault, Problem } from "../problem.ts";
import { chooseProjects } from "./audience.ts";
import {
  audienceFaults,
  deadlineFaults,
  earlyReminderFaults,
  privacyFaults,
  reminderFaults,
  waveFaults,
} from "./draft-faults.ts";
import { addDays } from "./wall-clock.ts";

/** Who does what to which round, and when. */
export type Acting = { roundId: string; actorId: string | null; now: Date };

const FIRST_DAYS = 28;
const FIRST_REMINDERS = [14, 3];
const EVENING = "18:00";

type NewDraft = { versionId: string; wave: string; fictional: boolean; actorId: string; now: Date };

/**
 * Begins a round: a draft that nobody but the coordination sees. What the definition says about itself (who answers, and
 * how private) is the first choice; it lasts four weeks. Throws not-found for an unknown version, invalid-round with
 * faults at `/wave`.
 */
export function createDraft(db: Db | Tx, { versionId, wave, fictional, actorId, now }: NewDraft): Promise<string> {
  return transact(db, async (tx) => {
    const version = await findVersion(tx, versionId);
    if (!version) throw new Problem("not-found");
    refuse(waveFaults(wave));
    await lockQuestionnaire(tx, version.questionnaire_id);
    const roundId = randomUUID();
    await insertRound(tx, {
      round_id: roundId,
      series_id: await ensureSeries(tx, randomUUID(), version.questionnaire_id, version.name),
      version_id: versionId,
      title: textOf(version.definition.title, version.name),
      wave: wave.trim(),
      ...firstChoice(version.definition),
      state: "draft",
      opens_at: now,
      closes_at: addDays(now, FIRST_DAYS, EVENING),
      opened_at: null,
      closed_at: null,
      fictional,
      reminders: FIRST_REMINDERS,
      created_by: actorId,
    });
    await insertAudit(tx, { actorId, verb: "round.draft", object: "round", objectId: roundId, at: now });
    return roundId;
  });
}

function firstChoice(definition: Record<string, unknown>): { audience: Audience; privacy: RoundTable["privacy"] } {
  if (definition.unit === "person") {
    return { audience: { kind: "link" }, privacy: definition.privacy === "anonymous" ? "anonymous" : "confidential" };
  }
  return { audience: { kind: "all" }, privacy: definition.privacy === "named" ? "named" : "confidential" };
}

/** One step of the wizard. A beginning at or before `now` means: at once. */
export type DraftChange =
  | { step: "version"; versionId: string; wave: string }
  | { step: "audience"; audience: Audience }
  | { step: "times"; opensAt: Date; closesAt: Date; reminders: number[] }
  | { step: "privacy"; privacy: RoundTable["privacy"]; strict: boolean };

/**
 * Changes a draft; a planned opening is taken back, for it was about the draft as it was. Throws not-found,
 * round-not-draft, and invalid-round with a fault per field.
 */
export function changeDraft(db: Db | Tx, { roundId, actorId, now }: Acting, change: DraftChange): Promise<void> {
  return transact(db, async (tx) => {
    const draft = await lockDraft(tx, roundId);
    await updateRound(tx, roundId, { ...(await valuesOf(tx, draft, change, now)), planned_by: null });
    const detail = { step: change.step };
    await insertAudit(tx, { actorId, verb: "round.change", object: "round", objectId: roundId, detail, at: now });
  });
}

async function valuesOf(tx: Tx, draft: RoundSetup, change: DraftChange, now: Date) {
  switch (change.step) {
    case "version": {
      const version = await findVersion(tx, change.versionId);
      if (!version) throw new Problem("not-found");
      refuse(waveFaults(change.wave));
      await lockQuestionnaire(tx, version.questionnaire_id);
      return {
        version_id: change.versionId,
        series_id: await ensureSeries(tx, randomUUID(), version.questionnaire_id, version.name),
        title: textOf(version.definition.title, version.name),
        wave: change.wave.trim(),
        // Another questionnaire may be made for others; the same one keeps what was chosen.
        ...(version.questionnaire_id === draft.questionnaire_id ? {} : firstChoice(version.definition)),
      };
    }
    case "audience": {
      const { audience } = change;
      refuse(audienceFaults(audience));
      const active = await listActiveProjects(tx, draft.opens_at > now ? draft.opens_at : now);
      // People by link are added to the draft later on.
      const isEmpty = audience.kind !== "link" && chooseProjects(active, audience).length === 0;
      refuse(isEmpty ? [{ code: "audience-empty", path: "/audience" }] : []);
      return { audience };
    }
    case "times": {
      const { opensAt, closesAt, reminders } = change;
      refuse([...deadlineFaults(change, now), ...reminderFaults(reminders)]);
      refuse(earlyReminderFaults(reminders, change, now));
      return { opens_at: opensAt, closes_at: closesAt, reminders: reminders.toSorted((a, b) => b - a) };
    }
    case "privacy":
      refuse(privacyFaults(change.privacy, draft.audience));
      return { privacy: change.privacy, strict: change.strict };
  }
}

/** Removes a draft for good. Throws not-found, round-not-draft. */
export function deleteDraft(db: Db | Tx, { roundId, actorId }: Omit<Acting, "now">): Promise<void> {
  return transact(db, async (tx) => {
    await lockDraft(tx, roundId);
    await deleteRound(tx, roundId);
    await insertAudit(tx, { actorId, verb: "round.delete", object: "round", objectId: roundId });
  });
}

/** The draft, locked. Throws not-found, round-not-draft. */
export async function lockDraft(tx: Tx, roundId: string): Promise<RoundSetup> {
  const round = await lockSetup(tx, roundId);
  if (!round) throw new Problem("not-found");
  if (round.state !== "draft") throw new Problem("round-not-draft");
  return round;
}

/** Stops with invalid-round where there are faults. */
export function refuse(faults: Fault[]): void {
  if (faults.length > 0) throw new Problem("invalid-round", { faults });
}

import type { Db } from "#db/client.server.ts";
import { type Fault, Problem } from "../domain/problem.ts";
import * as change from "../domain/rounds/change-round.server.ts";
import { closeRound } from "../domain/rounds/close-round.server.ts";
import { reasonFaults, reminderFaults } from "../domain/rounds/draft-faults.ts";
import type { Acting } from "../domain/rounds/draft-round.server.ts";
import { type Asked, type ChangeKind, readAmendment, readChange } from "../domain/rounds/read-change.server.ts";
import * as forms from "./change-form.server.ts";

/** What became of a form: done, to be confirmed, or refused with what was typed. */
export type Answer = {
  done?: boolean;
  asked?: Asked;
  faults?: Fault[];
  typed?: { endDay?: string; endTime?: string; days?: number[]; reason?: string };
};

/** A form as it was read: what it asks for is either confirmed, and then done, or shown to be confirmed. */
type Read = {
  typed?: Answer["typed"];
  faults?: Fault[];
  confirmed: boolean;
  asked: () => Promise<Asked> | Asked;
  apply: () => Promise<void>;
};

type Reader = (request: Request, db: Db, acting: Acting) => Promise<Read>;

const READERS: Record<ChangeKind, Reader> = {
  frist: async (request, db, acting) => {
    const { typed, closesAt, faults, confirmed } = await forms.readDeadlineForm(request);
    const round = await readChange(db, acting.roundId);
    const wrong = closesAt ? change.extensionFaults({ closes_at: round.closesAt }, closesAt, acting.now) : faults;
    return {
      ...{ typed, faults: wrong, confirmed },
      asked: () => ({ kind: "frist", typed, closesAt: closesAt as Date }),
      apply: () => change.extendRound(db, acting, closesAt as Date),
    };
  },
  erinnerungen: async (request, db, acting) => {
    const { days, confirmed } = await forms.readRemindersForm(request);
    return {
      ...{ typed: { days }, faults: reminderFaults(days), confirmed },
      asked: () => ({ kind: "erinnerungen", days }),
      apply: () => change.changeReminders(db, acting, days),
    };
  },
  wortlaut: async (request, db, acting) => {
    const { versionId, confirmed } = await forms.readAmendmentForm(request);
    return {
      faults: versionId ? [] : [{ code: "version-missing", path: "/versionId" }],
      confirmed,
      asked: async () => ({ kind: "wortlaut", amendment: await readAmendment(db, acting.roundId, versionId) }),
      apply: () => change.amendRound(db, acting, versionId),
    };
  },
  abbrechen: async (request, db, acting) => {
    const { reason, confirmed } = await forms.readReasonForm(request);
    return {
      ...{ typed: { reason }, faults: reasonFaults(reason), confirmed },
      asked: () => ({ kind: "abbrechen", reason: reason.trim() }),
      apply: () => change.cancelRound(db, acting, reason),
    };
  },
  schliessen: async (request, db, acting) => ({
    confirmed: await forms.readConfirmForm(request),
    asked: () => ({ kind: "schliessen" }),
    apply: () => closeRound(db, acting),
  }),
  beenden: async (request, db, acting) => ({
    confirmed: await forms.readConfirmForm(request),
    asked: () => ({ kind: "beenden" }),
    apply: () => change.endRound(db, acting),
  }),
  archivieren: async (request, db, acting) => ({
    confirmed: await forms.readConfirmForm(request),
    asked: () => ({ kind: "archivieren" }),
    apply: () => change.archiveRound(db, acting),
  }),
};

/** Reads the form of a change and does what it asks for once that is confirmed. Throws what the change throws. */
export async function answerChange(db: Db, kind: ChangeKind, request: Request, acting: Acting): Promise<Answer> {
  const { typed, faults = [], confirmed, asked, apply } = await READERS[kind](request, db, acting);
  if (faults.length > 0) return { typed, faults };
  try {
    if (!confirmed) return { typed, asked: await asked() };
    await apply();
    return { done: true };
  } catch (error) {
    if (!(error instanceof Problem) || error.code !== "invalid-round") throw error;
    return { typed, faults: error.faults };
  }
}

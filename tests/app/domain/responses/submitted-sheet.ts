import { randomUUID } from "node:crypto";
import type { Jobs } from "#app/domain/mail/enqueue.server.ts";
import { saveChanges } from "#app/domain/responses/save-changes.server.ts";
import { readSigningOff, requireTwo, signOff } from "#app/domain/responses/sign-off.server.ts";
import { submitResponse } from "#app/domain/responses/submit-response.server.ts";
import type { Viewer } from "#app/domain/viewer.ts";
import type { Db } from "#db/client.server.ts";
import type { CheckingPool } from "#surveys/checking-pool.ts";
import { openSampleSheet, type SampleSheet } from "./sample-sheet.ts";

export type Tools = { db: Db; checking: CheckingPool; jobs: Jobs };

/** What a team does with its sheet, one call each. */
export type Working = SampleSheet & {
  id: string;
  /** answers anew, on top of what stands; gives back the state that a review shows afterwards */
  answer: (answers: Record<string, unknown>, who?: Viewer) => Promise<number>;
  seq: () => Promise<number>;
  submit: (seq: number, more?: { submissionId?: string; who?: Viewer }) => ReturnType<typeof submitResponse>;
  sign: (who: Viewer, seq: number) => Promise<void>;
  twoAreNeeded: (two: boolean, who?: Viewer) => Promise<void>;
  signing: (who: Viewer) => ReturnType<typeof readSigningOff>;
  state: () => Promise<string | null>;
  cells: () => Promise<Record<string, string | number | null>>;
  events: () => Promise<{ kind: string; number: number; reason: string; by: string | null }[]>;
};

export async function openWorkingSheet(
  tools: Tools,
  options?: Parameters<typeof openSampleSheet>[1],
): Promise<Working> {
  const { db } = tools;
  const sheet = await openSampleSheet(db, options);
  const { invitation_id: id } = await sheet.invitation();
  const seq = async () => (await sheet.invitation()).seq ?? 0;
  return {
    ...sheet,
    id,
    seq,
    async answer(answers, who = sheet.member) {
      const invitation = await sheet.invitation();
      const fields = await db
        .selectFrom("field")
        .select(["path", "rev"])
        .where("round_id", "=", sheet.roundId)
        .execute();
      const operations = Object.entries(answers).map(([path, value]) => {
        const base = fields.find((field) => field.path === path)?.rev ?? 0;
        return { opId: randomUUID(), path, base, value };
      });
      return (await saveChanges(db, who, invitation, operations as never)).seq;
    },
    async submit(at, { submissionId = randomUUID(), who = sheet.lead } = {}) {
      return submitResponse(tools, who, await sheet.invitation(), { submissionId, seq: at });
    },
    sign: (who, at) => signOff(tools, who, id, at),
    twoAreNeeded: (two, who = sheet.lead) => requireTwo(db, who, id, two),
    signing: async (who) => readSigningOff(db, who, await sheet.invitation(), await seq()),
    state: async () => (await sheet.invitation()).response_state,
    async cells() {
      const rows = await db
        .selectFrom("cell")
        .select(["item", "code", "number"])
        .where("round_id", "=", sheet.roundId)
        .execute();
      return Object.fromEntries(rows.map((row) => [row.item, row.code ?? row.number]));
    },
    events: () =>
      db
        .selectFrom("response_event")
        .select(["kind", "number", "reason", "by"])
        .where("round_id", "=", sheet.roundId)
        .orderBy("at")
        .execute(),
  };
}

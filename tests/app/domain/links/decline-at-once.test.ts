import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, expect, test } from "vitest";
import { declineInvitation } from "#app/domain/links/decline.server.ts";
import { saveChanges } from "#app/domain/responses/save-changes.server.ts";
import { submitResponse } from "#app/domain/responses/submit-response.server.ts";
import { closeRound } from "#app/domain/rounds/close-round.server.ts";
import { type Db, transact } from "#db/client.server.ts";
import type { InvitationRow } from "#db/queries/invitations.server.ts";
import { type CheckingPool, createCheckingPool } from "#surveys/checking-pool.ts";
import { createDatabase, type TestDatabase } from "../../../support/database.ts";
import { openPost, type TestPost } from "../../../support/post.ts";
import { openSampleSheet, outcomeOf, type SampleSheet } from "../responses/sample-sheet.ts";

let database: TestDatabase;
let post: TestPost;
let checking: CheckingPool;

beforeAll(async () => {
  database = await createDatabase();
  post = await openPost(database);
  checking = createCheckingPool({ threads: 1 });
});
afterAll(async () => {
  await checking?.close();
  await post?.close();
  await database?.dispose();
});

/** A sheet whose required answer is there, with the invitation as it was read then. */
async function fillIn() {
  const sheet = await openSampleSheet(database.db);
  const edit = { opId: randomUUID(), path: "plan", base: 0, value: "lang" };
  const { seq } = await saveChanges(database.db, sheet.lead, await sheet.invitation(), [edit]);
  return { sheet, seq, read: await sheet.invitation() };
}
const submit = (db: Db, sheet: SampleSheet, read: InvitationRow, seq: number) =>
  submitResponse({ db, checking, jobs: post.jobs }, sheet.lead, read, { submissionId: randomUUID(), seq });
const decline = (sheet: SampleSheet, { invitation_id: invitationId }: InvitationRow) =>
  declineInvitation(database.db, sheet.lead, { invitationId, reason: "Keine Zeit", now: new Date() });

/** Starts `second` while what `first` did is not settled yet; gives back what became of it. */
async function meanwhile(first: (tx: Db) => Promise<unknown>, second: () => Promise<unknown>): Promise<unknown> {
  let outcome: Promise<unknown> = Promise.resolve();
  await transact(database.db, async (tx) => {
    await first(tx as unknown as Db);
    outcome = outcomeOf(second());
    // Long enough for it to come to where it waits.
    await new Promise((resolve) => setTimeout(resolve, 300));
  });
  return outcome;
}

test("whoever submits takes part, also when somebody declined after the sheet was read", async () => {
  const { sheet, seq, read } = await fillIn();
  await decline(sheet, read);
  await submit(database.db, sheet, read, seq);
  expect(await sheet.invitation()).toMatchObject({ response_state: "submitted", declined_at: null });
});

test("declining waits for a submission that is under way, and comes too late", async () => {
  const { sheet, seq, read } = await fillIn();
  const outcome = await meanwhile(
    (tx) => submit(tx, sheet, read, seq),
    () => decline(sheet, read),
  );
  expect(outcome).toBe("already-submitted");
  expect((await sheet.invitation()).declined_at).toBeNull();
});

test("nobody declines in a round that is just being closed", async () => {
  const { sheet, read } = await fillIn();
  const outcome = await meanwhile(
    (tx) => closeRound(tx, { roundId: sheet.roundId, actorId: null, now: new Date() }),
    () => decline(sheet, read),
  );
  expect(outcome).toBe("round-closed");
  expect((await sheet.invitation()).declined_at).toBeNull();
});

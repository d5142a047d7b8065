import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { collectOwnData } from "#app/domain/account/own-data.server.ts";
import { changeNaming } from "#app/domain/responses/naming.server.ts";
import { readSubmitted } from "#app/domain/responses/read-sheet.server.ts";
import { takeBack } from "#app/domain/responses/take-back.server.ts";
import { closeRound } from "#app/domain/rounds/close-round.server.ts";
import { readDesk } from "#app/domain/rounds/desk/read-desk.server.ts";
import { readView } from "#app/domain/rounds/desk/view.ts";
import { eraseResponse } from "#app/domain/rounds/erase-response.server.ts";
import type { Viewer } from "#app/domain/viewer.ts";
import { createCheckingPool } from "#surveys/checking-pool.ts";
import type { JsonObject } from "#surveys/json.ts";
import { createDatabase, type TestDatabase } from "../../../support/database.ts";
import { insertAccount } from "../../../support/people.ts";
import { openPost, type TestPost } from "../../../support/post.ts";
import { attempt, NO_RIGHT } from "../../../support/refusal.ts";
import { openSampleSheet, outcomeOf } from "./sample-sheet.ts";
import { openWorkingSheet, type Tools, type Working } from "./submitted-sheet.ts";

/** Who says no is asked nothing else. */
const DEFINITION: JsonObject = {
  title: { default: "Probe", en: "Sample" },
  privacy: "named",
  pages: [
    {
      name: "eins",
      elements: [
        {
          type: "boolean",
          name: "nennen",
          title: "Darf Ihr Projekt genannt werden?",
          nameConsent: true,
          isRequired: true,
        },
        { type: "text", name: "zahl", title: "Wie viele Fälle?", visibleIf: "{nennen} = true" },
      ],
    },
  ],
};
const NAMED = { definition: DEFINITION, privacy: "named" } as const;

let database: TestDatabase;
let post: TestPost;
let tools: Tools;
let sheet: Working;

beforeAll(async () => {
  database = await createDatabase();
  post = await openPost(database);
  tools = { db: database.db, checking: createCheckingPool({ threads: 1, timeoutMs: 10_000 }), jobs: post.jobs };
});
afterAll(async () => {
  await (tools?.checking as { close?: () => Promise<void> } | undefined)?.close?.();
  await post?.close();
  await database?.dispose();
});
/** Submitted with a yes. */
beforeEach(async () => {
  sheet = await openWorkingSheet(tools, NAMED);
  await sheet.submit(await sheet.answer({ nennen: true, zahl: "3" }));
});

const step = (withdrawn: boolean, who: Viewer = sheet.lead, id = sheet.id) =>
  changeNaming(database.db, who, id, { withdrawn, now: new Date() });
const withdraw = (who?: Viewer, id?: string) => step(true, who, id);
const naming = async (number?: number) => (await readSubmitted(database.db, sheet.member, sheet.id, number)).naming;
const close = () => closeRound(database.db, { roundId: sheet.roundId, actorId: null, now: new Date() });
const steps = () =>
  database.db.selectFrom("naming_step").selectAll().where("round_id", "=", sheet.roundId).orderBy("number").execute();
const readRound = () => {
  const asked = { view: readView(new URLSearchParams()), now: new Date(), labelOfLand: (code: string) => code };
  return readDesk(database.db, sheet.roundId, asked);
};

describe("the consent to being named", () => {
  test("is withdrawn and given again by the lead; the team reads since when, and the answers stay", async () => {
    expect(await naming()).toEqual({ withdrawn: false, at: null, by: null });
    await withdraw();
    expect(await naming()).toMatchObject({ withdrawn: true, by: "Test lead", at: expect.any(Date) });
    await step(false);
    expect(await naming()).toMatchObject({ withdrawn: false, by: "Test lead", at: expect.any(Date) });
    await withdraw();
    expect(await naming()).toMatchObject({ withdrawn: true });
    expect(await sheet.cells()).toEqual({ nennen: "true", zahl: null });
    expect(await sheet.state()).toBe("submitted");
  });

  test("can be withdrawn after the round has ended", async () => {
    await close();
    await withdraw();
    expect(await naming()).toMatchObject({ withdrawn: true });
  });

  test("20 times at once is once, and the round's history has one line without an answer", async () => {
    await Promise.all(Array.from({ length: 20 }, () => withdraw()));
    expect(await steps()).toMatchObject([{ number: 1, withdrawn: true, by: sheet.lead.accountId }]);
    const { history, known } = await readRound();
    const { project_name: project } = await sheet.invitation();
    const lines = history.filter(({ verb }) => verb.startsWith("name."));
    expect(lines).toMatchObject([{ verb: "name.withdraw", about: project, actor: "Test lead", reason: null }]);
    expect(lines[0]?.detail).toEqual({ invitationId: sheet.id });
    const marked = known?.participants.filter((one) => one.nameWithdrawn).map((one) => one.invitationId);
    expect(marked).toEqual([sheet.id]);
    await step(false);
    expect((await readRound()).known?.participants.some((one) => one.nameWithdrawn)).toBe(false);
  });

  test("stays withdrawn when the response is submitted again with a yes, and is nothing to withdraw with a no", async () => {
    await withdraw();
    await takeBack(database.db, sheet.lead, sheet.id);
    await sheet.submit(await sheet.answer({ zahl: "4" }));
    expect(await naming()).toMatchObject({ withdrawn: true });
    await takeBack(database.db, sheet.lead, sheet.id);
    await sheet.submit(await sheet.answer({ nennen: false }));
    expect(await naming()).toBeNull();
    expect(await outcomeOf(step(false))).toBe("not-found");
  });

  test("stands in the file of the person who withdrew it", async () => {
    await withdraw();
    const { stepsAfterReview } = await collectOwnData(database.db, sheet.lead, "de", new Date());
    expect(stepsAfterReview.map(({ step: taken }) => taken)).toEqual(["signed-off", "name-withdrawn"]);
  });

  test("is no member's to withdraw, nor of another project, nor before it was given", async () => {
    const other = await openSampleSheet(database.db, NAMED);
    for (const who of [sheet.member, other.lead]) expect(await outcomeOf(withdraw(who))).toBe("not-found");
    const { invitation_id: fresh } = await other.invitation();
    expect(await outcomeOf(withdraw(other.lead, fresh))).toBe("not-found");
    const guest = { accountId: null, locale: "de" as const, parts: [], guestOf: [sheet.id] };
    const asGuest = changeNaming(database.db, guest, sheet.id, { withdrawn: true, now: new Date() });
    expect(await outcomeOf(asGuest)).toBe("not-found");
    expect(await steps()).toEqual([]);
  });

  test("is nothing in a round that is not named, whatever was answered", async () => {
    const quiet = await openWorkingSheet(tools, { definition: DEFINITION });
    await quiet.submit(await quiet.answer({ nennen: true }));
    expect((await readSubmitted(database.db, quiet.member, quiet.id)).naming).toBeNull();
    expect(await outcomeOf(withdraw(quiet.lead, quiet.id))).toBe("not-found");
  });

  test("its steps alternate, are never changed by the app, and go with an erased response", async () => {
    await withdraw();
    const { response_id: responseId } = await sheet.invitation();
    const insert = (number: number, withdrawn: boolean) =>
      attempt(
        database.db,
        `insert into naming_step (round_id, response_id, number, withdrawn, at, by)
         values ('${sheet.roundId}', '${responseId}', ${number}, ${withdrawn}, now(), '${sheet.lead.accountId}')`,
      );
    expect([await insert(1, true), await insert(2, true)]).toEqual(["23505", "23514"]);
    for (const change of ["update naming_step set at = now()", "delete from naming_step"]) {
      expect(await attempt(database.db, change), change).toBe(NO_RIGHT);
    }
    await close();
    const actorId = await insertAccount(database.db, { role: "coordination" });
    const erasing = { invitationId: sheet.id, reason: "Auf Wunsch des Projekts" };
    await eraseResponse(database.db, { roundId: sheet.roundId, actorId, now: new Date() }, erasing);
    expect(await steps()).toEqual([]);
  });
});

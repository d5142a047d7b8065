import { randomUUID } from "node:crypto";
import { publishVersion } from "#app/domain/questionnaires/publish-version.server.ts";
import { closeRound } from "#app/domain/rounds/close-round.server.ts";
import { openRound } from "#app/domain/rounds/open-round.server.ts";
import type { Viewer } from "#app/domain/viewer.ts";
import { type Db, transact } from "#db/client.server.ts";
import { ensureResponse } from "#db/queries/responses.server.ts";
import { replaceCells } from "#db/queries/submissions.server.ts";
import type { JsonObject } from "#surveys/json.ts";
import { insertAccount, insertProject, viewerOf } from "./people.ts";

const DEFINITION: JsonObject = {
  title: { default: "Was fehlt", en: "What is missing" },
  pages: [
    {
      name: "eins",
      elements: [
        { type: "comment", name: "fehlt", title: { default: "Was fehlt Ihnen?", en: "What do you miss?" } },
        { type: "rating", name: "note", title: { default: "Wie zufrieden sind Sie?", en: "How content are you?" } },
      ],
    },
  ],
};

export type CodingRound = {
  versionId: string;
  roundId: string;
  /** the text item */
  item: string;
  key: { roundId: string; item: string };
  /** in the order in which the texts came */
  answers: { responseId: string; organisationId: string; text: string }[];
};

const DAY_MS = 86_400_000;

/** A closed round in which every text came from a project of its own, one after the other. */
export async function insertCodingRound(
  db: Db,
  texts: readonly string[],
  earlier?: { versionId: string },
): Promise<CodingRound> {
  const name = `texte-${randomUUID()}`;
  const { versionId } = earlier ?? (await publishVersion(db, { name, definition: DEFINITION, actorId: null }));
  const projects = [];
  for (const _ of texts) projects.push(await insertProject(db));
  const start = earlier ? 20 : 300;
  const { roundId, invitations } = await openRound(db, {
    versionId,
    wave: earlier ? "2026/2" : "2026/1",
    privacy: "confidential",
    audience: { kind: "projects", projectIds: projects.map((one) => one.projectId) },
    opensAt: new Date(Date.now() - start * DAY_MS),
    closesAt: new Date(Date.now() + 10 * DAY_MS),
    actorId: null,
  });
  const answers: CodingRound["answers"] = [];
  for (const [index, text] of texts.entries()) {
    const { projectId, organisationId } = projects[index] as (typeof projects)[number];
    const invitationId = invitations.find((one) => one.projectId === projectId)?.invitationId as string;
    const key = { roundId, responseId: randomUUID() };
    await transact(db, async (tx) => {
      await ensureResponse(
        tx,
        roundId,
        invitationId,
        key.responseId,
        new Date(Date.now() - (5 - index / 100) * DAY_MS),
      );
      const nothing = { entry: null, code: null, number: null };
      await replaceCells(tx, key, [{ ...nothing, item: "fehlt", text, visible: true }]);
      await tx
        .updateTable("response")
        .set({ state: "submitted", submitted_at: new Date() })
        .where("response_id", "=", key.responseId)
        .execute();
    });
    answers.push({ responseId: key.responseId, organisationId, text });
  }
  await closeRound(db, { roundId, actorId: null, now: new Date() });
  return { versionId, roundId, item: "fehlt", key: { roundId, item: "fehlt" }, answers };
}

/** Somebody who codes, with a name of their own. */
export async function insertAnalyst(db: Db, name: string): Promise<Viewer> {
  const accountId = await insertAccount(db, { role: "analyst" });
  await db.updateTable("account").set({ name }).where("account_id", "=", accountId).execute();
  return viewerOf(db, accountId);
}

import { randomUUID } from "node:crypto";
import { sql } from "kysely";
import { type Db, jsonb, type Tx } from "#db/client.server.ts";
import { insertProject } from "./people.ts";

/** Ids of one line from questionnaire to release. */
export type Line = {
  versionId: string;
  roundId: string;
  invitationId: string;
  responseId: string;
  releaseId: string;
  projectId: string;
  organisationId: string;
};

const TEXT = jsonb({ de: "Text", en: "Text" });
const CLOSED = new Date("2026-06-30T22:00:00Z");

/** One row in every table of an open round, written as the app writes them; the answer is the word "geheim". */
export async function insertOpenLine(db: Db): Promise<Line> {
  const { projectId, organisationId } = await insertProject(db);
  const [questionnaireId, seriesId, submissionId] = [randomUUID(), randomUUID(), randomUUID()];
  const line = {
    ...{ versionId: randomUUID(), roundId: randomUUID(), invitationId: randomUUID() },
    ...{ responseId: randomUUID(), releaseId: randomUUID(), projectId, organisationId },
  };
  const { versionId, roundId, invitationId, responseId } = line;
  const key = { round_id: roundId, response_id: responseId };
  await sql`insert into questionnaire (questionnaire_id, name, title) values (${questionnaireId}, ${questionnaireId}, ${TEXT})`.execute(
    db,
  );
  await sql`insert into version (version_id, questionnaire_id, number, definition, checksum)
    values (${versionId}, ${questionnaireId}, 1, ${jsonb({ elements: [] })}, 'x')`.execute(db);
  await sql`insert into series (series_id, questionnaire_id, name) values (${seriesId}, ${questionnaireId}, 'Reihe')`.execute(
    db,
  );
  await sql`insert into round (round_id, series_id, version_id, title, wave, privacy, state, opens_at, closes_at)
    values (${roundId}, ${seriesId}, ${versionId}, ${TEXT}, '2026', 'confidential', 'open', '2026-05-01', '2026-07-01')`.execute(
    db,
  );
  await sql`insert into invitation (round_id, invitation_id, project_id, organisation_id, attributes)
    values (${roundId}, ${invitationId}, ${projectId}, ${organisationId}, '{}')`.execute(db);
  await db
    .insertInto("response")
    .values({ ...key, invitation_id: invitationId, submitted_at: null })
    .execute();
  const answer = jsonb<unknown>("geheim");
  await db
    .insertInto("field")
    .values({ ...key, path: "frage", value: answer, rev: 1, changed_by: null })
    .execute();
  const operation = { op_id: randomUUID(), path: "frage", base: 0, rev: 1, value: answer, body_hash: "x", by: null };
  await db
    .insertInto("operation")
    .values({ ...key, ...operation })
    .execute();
  const submission = {
    submission_id: submissionId,
    number: 1,
    receipt: submissionId,
    checksum: "x",
    submitted_by: null,
  };
  await db
    .insertInto("submission")
    .values({ ...key, ...submission, answers: jsonb({ frage: "geheim" }) })
    .execute();
  const cell = { position: 0, item: "frage", entry: null, code: null, number: null, text: "geheim", visible: true };
  await db
    .insertInto("cell")
    .values({ ...key, ...cell })
    .execute();
  return line;
}

/** Closes the round of a line and freezes a release of one figure. */
export async function closeAndRelease(db: Db, line: Line): Promise<void> {
  await db
    .updateTable("round")
    .set({ state: "closed", closed_at: CLOSED })
    .where("round_id", "=", line.roundId)
    .execute();
  await db.transaction().execute((tx) => insertRelease(tx, line.roundId, line.releaseId));
}

const NODES = ["00000000-0000-4000-8000-000000000001", "00000000-0000-4000-8000-000000000002"] as const;

/** Writes a release as the app does: the parts first, the release row last. */
export async function insertRelease(db: Db | Tx, roundId: string, releaseId: string, number = 1): Promise<void> {
  await sql`insert into release_group (release_id, breakdown, group_code, position, breakdown_label, label, n)
    values (${releaseId}, 'total', 'total', 0, ${TEXT}, ${TEXT}, 1)`.execute(db);
  await sql`insert into release_item (release_id, item, position, question, scale, title, label, codes)
    values (${releaseId}, 'frage', 0, 'frage', 'text', ${TEXT}, ${TEXT}, '[]')`.execute(db);
  await sql`insert into release_figure (release_id, item, breakdown, group_code, base, unanswered, counts)
    values (${releaseId}, 'frage', 'total', 'total', 1, 0, '[]')`.execute(db);
  await sql`insert into release_quote (release_id, item, position, text)
    values (${releaseId}, 'frage', 0, 'Mehr Zeit')`.execute(db);
  await sql`insert into release_network (release_id, question, attributes, frequencies)
    values (${releaseId}, 'frage', '[]', '[]')`.execute(db);
  await sql`insert into release_node (release_id, project_id, name, answered, attributes)
    select ${releaseId}, nr::text::uuid, 'Projekt', true, '{}'
    from unnest(array[${NODES[0]}, ${NODES[1]}]::text[]) as nr`.execute(db);
  await sql`insert into release_tie (release_id, from_project_id, to_project_id)
    values (${releaseId}, ${NODES[0]}, ${NODES[1]})`.execute(db);
  await sql`insert into release (release_id, round_id, number, kind, made_at, method, rule, questionnaire, version,
      version_checksum, title, wave, privacy, closed_at, invited, submitted, fictional, checksum)
    values (${releaseId}, ${roundId}, ${number}, 'final', ${CLOSED}, 1, '{}', 'frage', 1, 'x', ${TEXT}, '2026',
      'confidential', ${CLOSED}, 1, 1, true, 'x')`.execute(db);
}

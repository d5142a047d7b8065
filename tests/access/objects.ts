import { randomUUID } from "node:crypto";
import { makeOpenLink } from "#app/domain/links/open-links.server.ts";
import { addPeople } from "#app/domain/links/people.server.ts";
import { invitationToken, openLinkToken } from "#app/domain/links/tokens.server.ts";
import { proposeMeasure } from "#app/domain/measures/edit-measures.server.ts";
import { openInsight } from "#app/domain/microdata/read-microdata.server.ts";
import { newReceipt } from "#app/domain/responses/submit-response.server.ts";
import { openRound } from "#app/domain/rounds/open-round.server.ts";
import { type Db, jsonb, transact } from "#db/client.server.ts";
import { findDemoAccount } from "#db/queries/accounts.server.ts";
import { ensureResponse } from "#db/queries/responses.server.ts";
import { insertSubmission } from "#db/queries/submissions.server.ts";
import type { TestApp } from "../support/app.ts";
import { insertAccount, viewerOf } from "../support/people.ts";

/** One object of each kind that addresses name: of the lead's and member's own project, and of another one. */
export type Objects = Awaited<ReturnType<typeof makeObjects>>;

const DAY_MS = 86_400_000;

/** Chooses objects of the sample network, and makes those that it has none of. */
export async function makeObjects(db: Db, { app }: TestApp) {
  const secret = app.env.secret ?? "";
  const lead = (await findDemoAccount(db, "lead")) as string;
  const coordination = (await findDemoAccount(db, "coordination")) as string;
  const team = await db
    .selectFrom("membership")
    .innerJoin("project", "project.project_id", "membership.project_id")
    .select(["project.project_id", "project.organisation_id"])
    .where("account_id", "=", lead)
    .executeTakeFirstOrThrow();
  const projectId = team.project_id;
  const member = await insertAccount(db, { role: "member", projectId });
  const foreign = await db
    .selectFrom("membership")
    .select(["project_id", "account_id"])
    .where("role", "=", "lead")
    .where("project_id", "!=", projectId)
    .executeTakeFirstOrThrow();
  // The newest one has waves before it.
  const releaseOf = async (questionnaire: string) => {
    const query = db.selectFrom("release").select("release_id").where("questionnaire", "=", questionnaire);
    return (await query.orderBy("made_at", "desc").executeTakeFirstOrThrow()).release_id;
  };
  const { round_id: draftRoundId } = await db
    .selectFrom("round")
    .select("round_id")
    .where("state", "=", "draft")
    .executeTakeFirstOrThrow();
  const { round_id: closedRoundId } = await db
    .selectFrom("round")
    .select("round_id")
    .where("state", "=", "closed")
    .executeTakeFirstOrThrow();
  const { goal_id: goalId } = await db.selectFrom("goal").select("goal_id").limit(1).executeTakeFirstOrThrow();
  const acting = { db, jobs: app.jobs, secret };
  const guests = await openByLink(db, "confidential");
  const anonymous = await openByLink(db, "anonymous");
  const made = { actorId: coordination, secret, label: "Probe", limit: 5 };
  const { linkId } = await makeOpenLink(db, { ...made, roundId: guests.roundId });
  const anonymousLink = await makeOpenLink(db, { ...made, roundId: anonymous.roundId });
  const people = { actorId: coordination, text: "Kim; kim@example.org\nUlli; ulli@example.org", now: new Date() };
  await addPeople(acting, { ...people, roundId: guests.roundId });
  const [open, done] = await db
    .selectFrom("invitation")
    .select("invitation_id")
    .where("round_id", "=", guests.roundId)
    .orderBy("name")
    .execute();
  const guestInvitationId = open?.invitation_id as string;
  const guestSubmittedId = done?.invitation_id as string;
  await submitFor(db, guests.roundId, guestSubmittedId);
  const analyst = await insertAccount(db, { role: "analyst" });
  const { round_id: releasedRoundId } = await db
    .selectFrom("round")
    .select("round_id")
    .where("state", "=", "released")
    .executeTakeFirstOrThrow();
  const looking = { roundId: releasedRoundId, reason: "Probe der Rechte", now: new Date() };
  return {
    ...(await findSheets(db, projectId)),
    releasedRoundId,
    goalId,
    insightId: await openInsight(db, await viewerOf(db, analyst), looking),
    projectId,
    organisationId: team.organisation_id,
    accountId: member,
    foreignProjectId: foreign.project_id as string,
    foreignAccountId: foreign.account_id,
    draftId: await insertDraft(db, coordination),
    importId: await insertImport(db, coordination),
    measureId: await insertMeasure(db, coordination),
    draftRoundId,
    closedRoundId,
    guestRoundId: guests.roundId,
    guestChecksum: guests.checksum,
    guestInvitationId,
    guestSubmittedId,
    guestToken: invitationToken(secret, guestInvitationId),
    linkId,
    openToken: openLinkToken(secret, linkId),
    anonymousToken: openLinkToken(secret, anonymousLink.linkId),
    releaseId: await releaseOf("bedarfe"),
    interfacesReleaseId: await releaseOf("schnittstellen"),
    networkReleaseId: await releaseOf("netzwerk"),
    accounts: {
      coordination,
      lead,
      member,
      steering: await insertAccount(db, { role: "steering" }),
      analyst,
    },
  };
}

async function insertMeasure(db: Db, actorId: string): Promise<string> {
  const measureId = randomUUID();
  await proposeMeasure(
    db,
    { measureId, actorId, now: new Date() },
    {
      ...{ title: "Probe", kind: "other", why: "", responsible: "", responsibleName: "", startsOn: "", endsOn: "" },
      ...{ audience: "", budget: "open", result: "", roundId: "", evidence: [] },
    },
  );
  return measureId;
}

/** Sheets of a project and of others; and a round in which the project is not asked. */
async function findSheets(db: Db, projectId: string) {
  const sheets = await db
    .selectFrom("invitation")
    .innerJoin("round", "round.round_id", "invitation.round_id")
    .innerJoin("version", "version.version_id", "round.version_id")
    .leftJoin("response", "response.invitation_id", "invitation.invitation_id")
    .select(["invitation.invitation_id", "invitation.project_id", "round.round_id", "version.checksum"])
    .select(["round.state", "response.state as progress"])
    .where("round.privacy", "=", "confidential")
    .orderBy("round.opens_at", "desc")
    .execute();
  const choose = (own: boolean, fits: (sheet: (typeof sheets)[number]) => boolean) => {
    const found = sheets.find((sheet) => (sheet.project_id === projectId) === own && fits(sheet));
    if (!found) throw new Error("the sample has no such sheet");
    return found;
  };
  const open = choose(true, (sheet) => sheet.state === "open" && (sheet.progress ?? "draft") === "draft");
  const foreign = choose(false, (sheet) => sheet.round_id === open.round_id && (sheet.progress ?? "draft") === "draft");
  const submitted = (sheet: (typeof sheets)[number]) => sheet.state === "released" && sheet.progress === "submitted";
  return {
    roundId: open.round_id,
    foreignRoundId: await copyRound(db, open.round_id),
    checksum: open.checksum,
    invitationId: open.invitation_id,
    submittedId: choose(true, submitted).invitation_id,
    foreignInvitationId: foreign.invitation_id,
    foreignSubmittedId: choose(false, submitted).invitation_id,
  };
}

/** The same round once more, to which nobody is invited. */
async function copyRound(db: Db, roundId: string): Promise<string> {
  const round = await db.selectFrom("round").selectAll().where("round_id", "=", roundId).executeTakeFirstOrThrow();
  const { title, audience } = round;
  const copy = { ...round, round_id: randomUUID(), title: jsonb(title), audience: jsonb(audience), roster: jsonb([]) };
  await db.insertInto("round").values(copy).execute();
  return copy.round_id;
}

/** An open round of the short questionnaire for people by link. */
async function openByLink(db: Db, privacy: "confidential" | "anonymous") {
  const version = await db
    .selectFrom("version")
    .innerJoin("questionnaire", "questionnaire.questionnaire_id", "version.questionnaire_id")
    .select(["version_id", "checksum"])
    .where("questionnaire.name", "=", "fortbildung")
    .executeTakeFirstOrThrow();
  const { roundId } = await openRound(db, {
    versionId: version.version_id,
    wave: `Probe ${privacy}`,
    privacy,
    audience: { kind: "link" },
    opensAt: new Date(Date.now() - DAY_MS),
    closesAt: new Date(Date.now() + 20 * DAY_MS),
    actorId: null,
  });
  return { roundId, checksum: version.checksum };
}

async function submitFor(db: Db, roundId: string, invitationId: string): Promise<void> {
  const key = { roundId, responseId: randomUUID() };
  await transact(db, async (tx) => {
    await ensureResponse(tx, roundId, invitationId, key.responseId);
    const facts = { submissionId: randomUUID(), receipt: newReceipt(), checksum: "0".repeat(64), actorId: null };
    await insertSubmission(tx, key, { ...facts, answers: {}, seq: 0, invisible: [] });
  });
}

async function insertDraft(db: Db, accountId: string): Promise<string> {
  const draftId = randomUUID();
  const definition = { title: "Probe", pages: [{ name: "eins", elements: [{ type: "comment", name: "frei" }] }] };
  await db
    .insertInto("version_draft")
    .values({
      draft_id: draftId,
      name: "probe",
      definition: jsonb(definition),
      checksum: "0".repeat(64),
      amends: null,
      uploaded_by: accountId,
      proposed_by: null,
      proposed_at: null,
      decided_by: null,
      decided_at: null,
      version_id: null,
    })
    .execute();
  return draftId;
}

async function insertImport(db: Db, accountId: string): Promise<string> {
  const importId = randomUUID();
  const nothing = {
    rows: jsonb({ form: "xlsx", columns: [], unknown: [], from: "2026-01-01", rows: [] }),
    undo: null,
    applied_at: null,
    ended_at: null,
  };
  await db
    .insertInto("member_import")
    .values({ import_id: importId, file_name: "mitglieder.csv", made_by: accountId, ...nothing })
    .execute();
  return importId;
}

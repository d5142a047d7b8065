import { randomUUID } from "node:crypto";
import { type Db, type Tx, transact } from "#db/client.server.ts";
import * as audience from "#db/queries/audience.server.ts";
import { insertAudit } from "#db/queries/audit.server.ts";
import {
  countLinks,
  deleteLinks,
  listInvited,
  lockQuestionnaire,
  lockSetup,
  type RoundSetup,
  updateRound,
} from "#db/queries/round-setup.server.ts";
import { findVersion } from "#db/queries/versions.server.ts";
import type { Audience } from "#db/tables/round.ts";
import { hasRoster } from "#surveys/roster.ts";
import { textOf } from "#surveys/texts.ts";
import type { AudienceMember } from "../disclosure/audience.ts";
import type { Jobs } from "../mail/enqueue.server.ts";
import { queueInvitations } from "../mail/round-mails.server.ts";
import { type Fault, Problem } from "../problem.ts";
import { chooseProjects } from "./audience.ts";
import { differenceFaults } from "./compare-audience.server.ts";
import { audienceFaults, deadlineFaults, privacyFaults } from "./draft-faults.ts";
import { type Acting, lockDraft, refuse } from "./draft-round.server.ts";

export type Opening = {
  versionId: string;
  wave: string;
  privacy: "named" | "confidential" | "anonymous";
  strict?: boolean;
  opensAt: Date;
  closesAt: Date;
  /** days before the deadline; as the table has them if left out */
  reminders?: number[];
  /** everybody if left out */
  audience?: Audience;
  fictional?: boolean;
  actorId: string | null;
};

/**
 * Makes and opens a round in one go, without mail and without comparing audiences: for sample data and tests, which lay
 * rounds into the past. Throws not-found for an unknown version, invalid-request for a named round by link.
 */
export function openRound(
  db: Db | Tx,
  opening: Opening,
): Promise<{ roundId: string; invitations: audience.Invited[] }> {
  return transact(db, async (tx) => {
    const version = await findVersion(tx, opening.versionId);
    if (!version) throw new Problem("not-found");
    const chosen: Audience = opening.audience ?? { kind: "all" };
    if (privacyFaults(opening.privacy, chosen).length > 0) throw new Problem("invalid-request");
    const roundId = randomUUID();
    await audience.insertRound(tx, {
      round_id: roundId,
      series_id: await audience.ensureSeries(tx, randomUUID(), version.questionnaire_id, version.name),
      version_id: opening.versionId,
      title: textOf(version.definition.title, version.name),
      wave: opening.wave,
      privacy: opening.privacy,
      strict: opening.strict ?? false,
      audience: chosen,
      ...(opening.reminders ? { reminders: opening.reminders } : {}),
      state: "draft",
      opens_at: opening.opensAt,
      closes_at: opening.closesAt,
      opened_at: null,
      closed_at: null,
      fictional: opening.fictional ?? false,
      created_by: opening.actorId,
    });
    const draft = (await lockSetup(tx, roundId)) as RoundSetup;
    const { actorId, opensAt: now } = opening;
    return { roundId, invitations: await inviteAndOpen(tx, draft, { roundId, actorId, now }) };
  });
}

/**
 * Opens a draft: invites its audience with the attributes of this day, fixes the roster, and queues the invitations by
 * mail, all in one transaction. Of several people at once one opens it. Throws not-found, round-not-draft, and
 * invalid-round with a fault for each reason (see `openingFaults`).
 */
export function openDraft(
  { db, jobs }: { db: Db | Tx; jobs: Jobs },
  acting: Acting,
): Promise<{ invited: number; mails: number }> {
  return transact(db, async (tx) => {
    const draft = await lockDraft(tx, acting.roundId);
    await lockQuestionnaire(tx, draft.questionnaire_id);
    refuse(await openingFaults(tx, { ...draft, opens_at: acting.now }, acting.now));
    const { length: invited } = await inviteAndOpen(tx, draft, acting);
    return { invited, mails: await queueInvitations(tx, jobs, acting.roundId) };
  });
}

/**
 * Plans a draft to be opened by itself at its beginning, in the name of who planned it. Throws not-found,
 * round-not-draft, invalid-round (`opening-past` at `/opensAt` where the beginning is not in the future).
 */
export function planOpening(db: Db | Tx, { roundId, actorId, now }: Acting): Promise<void> {
  return transact(db, async (tx) => {
    const draft = await lockDraft(tx, roundId);
    const past = draft.opens_at <= now ? [{ code: "opening-past", path: "/opensAt" }] : [];
    refuse([...past, ...(await openingFaults(tx, draft, now))]);
    await updateRound(tx, roundId, { planned_by: actorId });
    await insertAudit(tx, { actorId, verb: "round.plan", object: "round", objectId: roundId, at: now });
  });
}

/** Takes a planned opening back. Throws not-found, round-not-draft. */
export function unplanOpening(db: Db | Tx, { roundId, actorId, now }: Acting): Promise<void> {
  return transact(db, async (tx) => {
    const draft = await lockDraft(tx, roundId);
    if (!draft.planned_by) return;
    await updateRound(tx, roundId, { planned_by: null });
    await insertAudit(tx, { actorId, verb: "round.unplan", object: "round", objectId: roundId, at: now });
  });
}

/** Why this draft cannot be opened at its beginning: nobody to ask, too near to another round, no time, no privacy. */
export async function openingFaults(db: Db | Tx, draft: RoundSetup, now: Date): Promise<Fault[]> {
  const opensAt = draft.opens_at > now ? draft.opens_at : now;
  const { audience: chosen, closes_at: closesAt, privacy } = draft;
  const members = await listMembers(db, draft, opensAt);
  const links = chosen.kind === "link" ? await countLinks(db, draft.round_id) : undefined;
  const isEmpty = links ? links.people + links.links === 0 : members.length === 0;
  return [
    ...audienceFaults(chosen),
    ...(isEmpty ? [{ code: links ? "addressees-missing" : "audience-empty", path: "/audience" }] : []),
    ...(await differenceFaults(db, draft, members, opensAt)),
    ...deadlineFaults({ opensAt, closesAt }, now),
    ...privacyFaults(privacy, chosen),
  ];
}

/** Whom a draft would ask on that day. */
async function listMembers(db: Db | Tx, draft: RoundSetup, day: Date): Promise<AudienceMember[]> {
  if (draft.audience.kind === "link") return listInvited(db, [draft.round_id]);
  const projects = chooseProjects(await audience.listActiveProjects(db, day), draft.audience);
  return projects.map(({ project_id: id, organisation_id: organisation }) => ({ id, organisation }));
}

/** What opening is, whoever asks for it: invitations with the attributes of the day, the roster, the state. */
async function inviteAndOpen(
  tx: Tx,
  draft: RoundSetup,
  { roundId, actorId, now }: Acting,
): Promise<audience.Invited[]> {
  // Somebody was listed by link first and another audience chosen later: nobody of that list is asked.
  if (draft.audience.kind !== "link") await deleteLinks(tx, roundId);
  const projects = await audience.listActiveProjects(tx, now);
  const roster = hasRoster(draft.definition)
    ? projects.map((project) => ({ value: project.project_id, text: project.name }))
    : [];
  const invitations = await audience.insertInvitations(tx, roundId, now, chooseProjects(projects, draft.audience));
  await updateRound(tx, roundId, { state: "open", opens_at: now, opened_at: now, roster });
  const detail = { projects: invitations.length };
  await insertAudit(tx, { actorId, verb: "round.open", object: "round", objectId: roundId, detail, at: now });
  return invitations;
}

import { paths } from "#app/paths.ts";
import type { Objects } from "./objects.ts";

/** Everybody who may come: without a session, with a part, or with a link of their own. */
export const VISITORS = ["nobody", "coordination", "steering", "analyst", "lead", "member", "guest"] as const;
export type Visitor = (typeof VISITORS)[number];

export type Declared = {
  /** an address of the page for objects that the allowed visitors own */
  own: (ids: Objects, who: Visitor) => string;
  /** the same page for objects of others, which must not exist for anybody */
  foreign?: (ids: Objects) => string;
  /** who may see it; everybody else is sent to sign in, or finds nothing; null: there is nothing to see */
  read: readonly Visitor[] | null;
  /** who may change something there; left out where the route has no action */
  change?: readonly Visitor[];
  /** what the action would take, if the object were one's own */
  valid?: Record<string, unknown>;
};

const ALL = VISITORS;
const SIGNED_IN = ["coordination", "steering", "analyst", "lead", "member"] as const;
const READERS = ["coordination", "steering", "analyst"] as const;
/** Who decides what is to be done about a finding. */
const DECIDERS = ["coordination", "steering"] as const;
const TEAM = ["lead", "member"] as const;
/** Who reads what the network wants to reach. */
const GOALS = READERS;
/** Who sees how far the coding of free texts is; the texts are for analysts alone. */
const CODING = ["coordination", "analyst"] as const;
/** Who fills in: the team of the invited project, and the guest of a link. */
const RESPONDENTS = ["lead", "member", "guest"] as const;

/** Of the sample's closed round. */
const TEXT_ITEM = "zi_aendern";

const UUID = "0b0e7e0a-3a67-4c7c-9d3f-5f2a6f1c2d3e";
const EDIT = { opId: UUID, path: "plan", base: 0, value: "kurz" };
const TOKEN = "A".repeat(43);

/** What each route asks for, by its file. A route that is missing here fails the test. */
export const ACCESS: Record<string, Declared> = {
  "routes/home": { own: () => paths.home(), read: SIGNED_IN },
  "routes/sign-in/ask": { own: () => paths.signIn(), read: ALL, change: ALL },
  "routes/sign-in/code": { own: () => paths.signInCode(), read: ALL, change: ALL },
  "routes/sign-in/link": { own: () => paths.signInLink(TOKEN), read: ALL, change: ALL },
  "routes/sign-in/sign-out": { own: () => paths.signOut(), read: ALL, change: ALL },
  "routes/language": { own: () => paths.language(), read: ALL, change: ALL },
  "routes/account/account": { own: () => paths.account(), read: SIGNED_IN, change: SIGNED_IN },
  "routes/account/address": { own: () => paths.confirmAddress(TOKEN), read: ALL, change: ALL },
  "routes/account/own-data": { own: () => paths.ownData(), read: SIGNED_IN },
  "routes/offline": { own: () => paths.offline("de"), read: ALL },
  "routes/demo/sign-in": { own: () => paths.demoSignIn("lead", "x"), read: [] },
  "routes/demo/mail": { own: () => paths.demoMail(), read: [] },

  "routes/definition": {
    own: (ids, who) =>
      paths.definition(
        who === "guest" ? ids.guestRoundId : ids.roundId,
        who === "guest" ? ids.guestChecksum : ids.checksum,
      ),
    foreign: ({ foreignRoundId, checksum }) => paths.definition(foreignRoundId, checksum),
    read: RESPONDENTS,
  },

  "routes/questionnaires/list": desk(() => paths.questionnaires()),
  "routes/questionnaires/upload": desk(() => paths.newQuestionnaire(), "changes"),
  "routes/questionnaires/draft": desk(({ draftId }) => paths.draft(draftId), "changes"),
  "routes/questionnaires/draft-upload": desk(({ draftId }) => paths.draftUpload(draftId), "changes"),
  "routes/questionnaires/draft-preview": desk(({ draftId }) => paths.draftPreview(draftId)),
  "routes/questionnaires/draft-file": desk(({ draftId }) => paths.draftFile(draftId)),
  "routes/questionnaires/history": desk(() => paths.questionnaire("bedarfe")),
  "routes/questionnaires/version": desk(() => paths.version("bedarfe", 1)),
  "routes/questionnaires/version-preview": desk(() => paths.versionPreview("bedarfe", 1)),
  "routes/questionnaires/version-file": desk(() => paths.versionFile("bedarfe", 1)),

  "routes/rounds/list": desk(() => paths.rounds()),
  "routes/rounds/calendar": desk(() => paths.calendar()),
  "routes/rounds/new": desk(() => paths.newRound(), "changes"),
  "routes/rounds/round": desk(({ roundId }) => paths.round(roundId), "changes"),
  "routes/rounds/setup": desk(({ draftRoundId }) => paths.roundSetup(draftRoundId), "changes"),
  "routes/rounds/dry-run": desk(({ draftRoundId }) => paths.dryRun(draftRoundId), "changes"),
  "routes/rounds/preview": desk(({ roundId }) => paths.roundPreview(roundId)),
  "routes/rounds/change": desk(({ roundId }) => paths.changeRound(roundId, "frist"), "changes"),
  "routes/rounds/reopen-response": desk(
    ({ roundId, invitationId }) => paths.reopenResponse(roundId, invitationId),
    "changes",
  ),
  "routes/rounds/erase-response": desk(
    ({ roundId, invitationId }) => paths.eraseResponse(roundId, invitationId),
    "changes",
  ),
  "routes/rounds/correction": desk(({ roundId }) => paths.correction(roundId), "changes"),
  "routes/rounds/call-list": desk(({ roundId }) => paths.callList(roundId)),
  "routes/links/round-links": desk(({ guestRoundId }) => paths.roundLinks(guestRoundId), "changes"),
  "routes/links/sheet": desk(({ guestRoundId, linkId }) => paths.linkSheet(guestRoundId, linkId)),
  "routes/links/qr": desk(({ guestRoundId, linkId }) => paths.linkQr(guestRoundId, linkId, "svg")),

  "routes/members/projects": desk(() => paths.members()),
  "routes/members/project-new": desk(() => paths.newProject(), "changes"),
  "routes/members/project": desk(({ projectId }) => paths.project(projectId)),
  "routes/members/project-edit": desk(({ projectId }) => paths.editProject(projectId), "changes"),
  "routes/members/project-attributes": desk(({ projectId }) => paths.editAttributes(projectId), "changes"),
  "routes/members/organisations": desk(() => paths.organisations()),
  "routes/members/organisation-new": desk(() => paths.newOrganisation(), "changes"),
  "routes/members/organisation": desk(({ organisationId }) => paths.organisation(organisationId), "changes"),
  "routes/members/people": desk(() => paths.people()),
  "routes/members/person-new": desk(() => paths.newPerson(), "changes"),
  "routes/members/person": desk(({ accountId }) => paths.person(accountId), "changes"),
  "routes/members/imports": desk(() => paths.memberImports(), "changes"),
  "routes/members/import": desk(({ importId }) => paths.memberImport(importId), "changes"),
  "routes/members/export": desk(() => paths.memberExport("csv")),
  "routes/members/requests": desk(() => paths.attributeRequests(), "changes"),

  "routes/team/list": { own: () => paths.teams(), read: TEAM },
  "routes/team/team": team(paths.team, TEAM, { intent: "withdraw" }),
  "routes/team/project-data": team(paths.teamData, ["lead"], {}),
  "routes/team/request": team(paths.askAttributes, ["lead"], {}),
  "routes/team/member-step": {
    own: ({ projectId, accountId }) => paths.teamMember(projectId, accountId, "leitung"),
    foreign: ({ foreignProjectId, foreignAccountId }) =>
      paths.teamMember(foreignProjectId, foreignAccountId, "leitung"),
    read: ["lead"],
    change: ["lead"],
    valid: { intent: "share" },
  },

  "routes/responses/list": { own: () => paths.invitations(), read: TEAM },
  "routes/responses/start": { ...sheet(paths.invitation, RESPONDENTS), valid: { intent: "begin" } },
  "routes/responses/fill": sheet(paths.fill),
  "routes/responses/plain": {
    ...sheet((id) => paths.plain(id), RESPONDENTS),
    valid: { "~form": UUID, "~base": "{}", "~do": "save" },
  },
  "routes/talk/talk": {
    ...teamSheet(paths.talk),
    change: TEAM,
    valid: { step: "clarify", place: "bed_wichtig", clarified: true },
  },
  "routes/talk/history": teamSheet((id) => paths.history(id, "bed_wichtig")),
  "routes/talk/last-time": teamSheet(paths.lastTime),
  "routes/responses/review": { ...sheet(paths.review, RESPONDENTS), valid: { submissionId: UUID, seq: "1" } },
  "api/changes": { ...sheet(paths.changes, RESPONDENTS), read: null, valid: { operations: [EDIT] } },
  "api/standing": sheet(paths.standing),
  "api/live": sheet(paths.live),
  "api/presence": { ...sheet(paths.presence, RESPONDENTS), read: null, valid: { client: UUID, place: null } },
  "routes/responses/receipt": submitted(paths.receipt),
  "routes/responses/submitted": {
    ...submitted(paths.submitted),
    change: ["lead", "guest"],
    valid: { intent: "withdraw-name" },
  },
  "routes/responses/change-submitted": {
    ...submitted(paths.changeSubmitted),
    read: ["lead", "guest"],
    change: ["lead", "guest"],
    valid: { intent: "take-back" },
  },
  "routes/exchange/exchange": {
    own: ({ projectId }) => paths.exchange({ projekt: projectId }),
    read: ["steering", ...TEAM],
    change: ["lead"],
    valid: { from: UUID, to: UUID },
  },
  "routes/exchange/profile": team(paths.exchangeProfile, ["lead"], { intent: "withdraw" }),
  "routes/mirror/list": { own: () => paths.mirrors(), read: TEAM },
  "routes/mirror/mirror": {
    own: ({ submittedId }) => paths.mirror(submittedId),
    foreign: ({ foreignSubmittedId }) => paths.mirror(foreignSubmittedId),
    read: TEAM,
  },
  "routes/responses/blank": sheet(paths.blank),
  "routes/responses/ask": {
    ...sheet(paths.ask, RESPONDENTS),
    valid: { inquiryId: UUID, text: "Zählen Honorarkräfte mit?" },
  },
  "routes/links/own-link": {
    own: ({ guestInvitationId }) => paths.ownLink(guestInvitationId),
    foreign: ({ foreignInvitationId }) => paths.ownLink(foreignInvitationId),
    read: ["guest"],
  },
  "routes/links/submit-anonymously": {
    ...sheet(paths.submitAnonymously, ["lead", "guest"]),
    read: null,
    valid: { submissionId: UUID, answers: {} },
  },
  "routes/links/thanks": sheet(paths.thanks),

  "routes/links/leave": { own: () => paths.guestLeave(), read: ALL, change: ALL },
  "routes/links/guest": { own: ({ guestToken }) => paths.guestLink(guestToken), read: ALL, change: ALL },
  "routes/links/open": { own: ({ openToken }) => paths.openLink(openToken), read: ALL, change: ALL },
  "routes/links/open-fill": { own: ({ anonymousToken }) => paths.openFill(anonymousToken), read: ALL },
  "routes/links/open-definition": {
    own: ({ anonymousToken, guestChecksum }) => paths.openDefinition(anonymousToken, guestChecksum),
    foreign: ({ openToken, guestChecksum }) => paths.openDefinition(openToken, guestChecksum),
    read: ALL,
  },
  "routes/links/open-submit": {
    own: ({ anonymousToken }) => paths.openSubmit(anonymousToken),
    read: null,
    change: ALL,
  },
  "routes/links/open-ask": {
    own: ({ openToken }) => paths.openAsk(openToken),
    read: ALL,
    change: ALL,
  },
  "routes/links/open-thanks": { own: ({ anonymousToken }) => paths.openThanks(anonymousToken), read: ALL },

  "routes/mail/templates": desk(() => paths.messages()),
  "routes/mail/template": desk(() => paths.messageTemplate("invitation", "de"), "changes"),
  "routes/mail/deliveries": desk(() => paths.deliveries(), "changes"),
  "routes/mail/unsubscribe": { own: () => paths.unsubscribe(TOKEN), read: ALL, change: ALL },

  "routes/coding/list": { own: () => paths.codingRounds(), read: CODING },
  "routes/coding/overview": { own: ({ closedRoundId }) => paths.codingRound(closedRoundId), read: CODING },
  "routes/coding/tree": coding((roundId) => paths.codeTree(roundId, TEXT_ITEM)),
  "routes/coding/desk": coding((roundId) => paths.codingDesk(roundId, TEXT_ITEM)),
  "routes/coding/agreement": {
    own: ({ closedRoundId }) => paths.codingAgreement(closedRoundId, TEXT_ITEM),
    read: CODING,
  },
  "routes/coding/settle": coding((roundId) => paths.settling(roundId, TEXT_ITEM)),
  "routes/coding/quotes": coding((roundId) => paths.quotes(roundId, TEXT_ITEM)),

  "routes/overview": { own: () => paths.overview(), read: READERS },
  "routes/releases/list": { own: () => paths.releases(), read: READERS },
  "routes/releases/report": { own: ({ releaseId }) => paths.release(releaseId), read: READERS },
  "routes/releases/needs": { own: ({ releaseId }) => paths.needs(releaseId), read: READERS },
  "routes/releases/interfaces": {
    own: ({ interfacesReleaseId }) => paths.interfaces(interfacesReleaseId),
    read: READERS,
  },
  "routes/releases/trends": { own: ({ releaseId }) => paths.trends(releaseId), read: READERS },
  "routes/releases/network": { own: ({ networkReleaseId }) => paths.network(networkReleaseId), read: READERS },
  "routes/releases/network-file": {
    own: ({ networkReleaseId }) => paths.networkFile(networkReleaseId, "projekte"),
    read: READERS,
  },
  "routes/releases/notes": { own: ({ releaseId }) => paths.notes(releaseId), read: READERS, change: READERS },
  "routes/releases/print": { own: ({ releaseId }) => paths.releasePrint(releaseId), read: READERS },
  "routes/releases/presentation": { own: ({ releaseId }) => paths.presentation(releaseId), read: READERS },
  "routes/releases/export": { own: ({ releaseId }) => paths.releaseExport(releaseId, "csv"), read: READERS },
  "routes/microdata/rounds": { own: () => paths.microdata(), read: ["analyst"] },
  "routes/microdata/round": {
    own: ({ releasedRoundId }) => paths.microdataOfRound(releasedRoundId),
    read: ["analyst"],
    change: ["analyst"],
  },
  "routes/microdata/file": {
    own: ({ releasedRoundId, insightId }) => paths.microdataFile(releasedRoundId, insightId),
    foreign: ({ releasedRoundId }) => paths.microdataFile(releasedRoundId, UUID),
    read: ["analyst"],
  },
  "routes/measures/board": { own: () => paths.measures(), read: READERS },
  "routes/measures/new": { own: () => paths.newMeasure(), read: DECIDERS, change: DECIDERS },
  "routes/measures/add-evidence": {
    own: ({ releaseId }) => paths.addToMeasure(releaseId),
    read: DECIDERS,
    change: DECIDERS,
  },
  "routes/measures/calendar": { own: () => paths.measureCalendar(), read: READERS },
  "routes/measures/plan": { own: () => paths.annualPlan(), read: READERS },
  "routes/measures/plan-file": { own: () => paths.annualPlanFile("2027"), read: READERS },
  "routes/measures/measure": { own: ({ measureId }) => paths.measure(measureId), read: READERS, change: DECIDERS },
  "routes/measures/edit": { own: ({ measureId }) => paths.editMeasure(measureId), read: DECIDERS, change: DECIDERS },
  "routes/measures/outcomes": { own: () => paths.outcomes(), read: SIGNED_IN },
  "routes/releases/rule": { own: () => paths.rule(), read: ALL },

  "routes/goals/list": { own: () => paths.goals(), read: GOALS },
  "routes/goals/new": { own: () => paths.newGoal(), read: ["coordination"], change: ["coordination"] },
  "routes/goals/file": { own: () => paths.goalsFile(), read: GOALS },
  "routes/goals/goal": { own: ({ goalId }) => paths.goal(goalId), read: GOALS, change: ["coordination"] },
  "routes/goals/edit": desk(({ goalId }) => paths.editGoal(goalId), "changes"),

  "routes/legal/imprint": { own: () => paths.imprint(), read: ALL },
  "routes/legal/privacy": { own: () => paths.privacy(), read: ALL },
  "routes/legal/accessibility": { own: () => paths.accessibility(), read: ALL },
  "routes/not-found": { own: () => "/gibt-es-nicht", read: [] },
};

/** A page of the coordination's desk. */
function desk(own: (ids: Objects) => string, changes?: "changes"): Declared {
  return { own, read: ["coordination"], ...(changes ? { change: ["coordination"] as const } : {}) };
}

/** A page with free texts of a round that is over. */
function coding(url: (roundId: string) => string): Declared {
  return { own: ({ closedRoundId }) => url(closedRoundId), read: ["analyst"], change: ["analyst"] };
}

/** A page of one's own project: what is changed there is the lead's. */
function team(url: (projectId: string) => string, read: readonly Visitor[], valid: Record<string, unknown>): Declared {
  return {
    own: ({ projectId }) => url(projectId),
    foreign: ({ foreignProjectId }) => url(foreignProjectId),
    read,
    change: ["lead"],
    valid,
  };
}

/** A page of one's own sheet. */
function sheet(url: (invitationId: string) => string, change?: readonly Visitor[]): Declared {
  return {
    own: (ids, who) => url(who === "guest" ? ids.guestInvitationId : ids.invitationId),
    foreign: (ids) => url(ids.foreignInvitationId),
    read: RESPONDENTS,
    ...(change ? { change } : {}),
  };
}

/** What stands beside the answers of one's own project: people by link work alone. */
function teamSheet(url: (invitationId: string) => string): Declared {
  return { ...sheet(url), read: TEAM };
}

/** A page of what was submitted. */
function submitted(url: (invitationId: string) => string): Declared {
  return {
    own: (ids, who) => url(who === "guest" ? ids.guestSubmittedId : ids.submittedId),
    foreign: (ids) => url(ids.foreignSubmittedId),
    read: RESPONDENTS,
  };
}

import { paths } from "#app/paths.ts";
import type { Objects } from "./objects.ts";

/** Everybody who may come: without a session, with a part, or with a personal link. */
export const VISITORS = ["nobody", "coordination", "steering", "analyst", "lead", "member", "guest"] as const;
export type Visitor = (typeof VISITORS)[number];

export type Declared = {
  /** an address of the page for objects that the allowed visitors own */
  own: (ids: Objects) => string;
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
const COORDINATION = ["coordination"] as const;
const READERS = ["coordination", "steering", "analyst"] as const;
const TEAM = ["lead", "member"] as const;

const UUID = "0b0e7e0a-3a67-4c7c-9d3f-5f2a6f1c2d3e";
const EDIT = { opId: UUID, path: "plan", base: 0, value: "kurz" };

/** What each route asks for, by its file. A route that is missing here fails the test. */
export const ACCESS: Record<string, Declared> = {
  "routes/home": { own: () => paths.home(), read: SIGNED_IN },
  "routes/sign-in/ask": { own: () => paths.signIn(), read: ALL, change: ALL },
  "routes/sign-in/code": { own: () => paths.signInCode(), read: ALL, change: ALL },
  "routes/sign-in/link": { own: () => paths.signInLink("A".repeat(43)), read: ALL, change: ALL },
  "routes/sign-in/sign-out": { own: () => paths.signOut(), read: ALL, change: ALL },
  "routes/language": { own: () => paths.language(), read: ALL, change: ALL },
  "routes/demo/sign-in": { own: () => paths.demoSignIn("lead", "x"), read: [] },
  "routes/demo/mail": { own: () => paths.demoMail(), read: [] },

  "routes/definition": {
    own: ({ roundId, checksum }) => paths.definition(roundId, checksum),
    foreign: ({ foreignRoundId, checksum }) => paths.definition(foreignRoundId, checksum),
    read: TEAM,
  },

  "routes/rounds/list": { own: () => paths.rounds(), read: COORDINATION },
  "routes/rounds/round": { own: ({ roundId }) => paths.round(roundId), read: COORDINATION, change: COORDINATION },

  "routes/responses/list": { own: () => paths.invitations(), read: TEAM },
  "routes/responses/start": { ...sheet(paths.invitation, TEAM, TEAM), valid: {} },
  "routes/responses/fill": sheet(paths.fill, TEAM),
  "routes/responses/changes": { ...sheet(paths.changes, null, TEAM), valid: { operations: [EDIT] } },
  "routes/responses/review": { ...sheet(paths.review, TEAM, ["lead"]), valid: { submissionId: UUID, seq: "1" } },
  "routes/responses/receipt": submitted(paths.receipt),
  "routes/responses/submitted": submitted(paths.submitted),
  "routes/responses/blank": sheet(paths.blank, TEAM),

  "routes/releases/list": { own: () => paths.releases(), read: READERS },
  "routes/releases/report": { own: ({ releaseId }) => paths.release(releaseId), read: READERS },
  "routes/releases/export": { own: ({ releaseId }) => paths.releaseExport(releaseId, "csv"), read: READERS },
  "routes/releases/rule": { own: () => paths.rule(), read: ALL },

  "routes/legal/imprint": { own: () => paths.imprint(), read: ALL },
  "routes/legal/privacy": { own: () => paths.privacy(), read: ALL },
  "routes/legal/accessibility": { own: () => paths.accessibility(), read: ALL },
  "routes/not-found": { own: () => "/gibt-es-nicht", read: [] },
};

/** A page of one's own sheet. */
function sheet(
  url: (invitationId: string) => string,
  read: readonly Visitor[] | null,
  change?: readonly Visitor[],
): Declared {
  return { own: (ids) => url(ids.invitationId), foreign: (ids) => url(ids.foreignInvitationId), read, change };
}

/** A page of what was submitted. */
function submitted(url: (invitationId: string) => string): Declared {
  return { own: (ids) => url(ids.submittedId), foreign: (ids) => url(ids.foreignSubmittedId), read: TEAM };
}

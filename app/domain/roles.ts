/** What may be done. A verb is named object.action; routes and domain functions ask for verbs, never for roles. */
export const VERBS = [
  "member.read",
  "member.edit",
  "project.read",
  "project.edit",
  "questionnaire.read",
  "questionnaire.edit",
  "questionnaire.publish",
  "invitation.read",
  "response.edit",
  "response.submit",
  "round.read",
  "round.edit",
  "round.close",
  "round.remind",
  "inquiry.ask",
  "inquiry.answer",
  "mail.edit",
  "responses.code",
  "coding.read",
  "release.make",
  "release.read",
  "responses.export",
  "measure.read",
  "measure.edit",
  "outcome.read",
  "goal.read",
  "goal.edit",
  "exchange.read",
  "exchange.edit",
  "note.read",
  "note.write",
] as const;

export type Verb = (typeof VERBS)[number];
export type Role = "coordination" | "steering" | "analyst" | "lead" | "member" | "guest";

/** Verbs by role. Those of `lead` and `member` hold for their own project only, those of `guest` for one invitation. */
const ROLES: Record<Role, readonly Verb[]> = {
  coordination: [
    "member.read",
    "member.edit",
    "questionnaire.read",
    "questionnaire.edit",
    "questionnaire.publish",
    "round.read",
    "round.edit",
    "round.close",
    "round.remind",
    "inquiry.answer",
    "mail.edit",
    "coding.read",
    "release.make",
    "release.read",
    "measure.read",
    "measure.edit",
    "outcome.read",
    "goal.read",
    "goal.edit",
    "note.read",
    "note.write",
  ],
  steering: [
    "release.read",
    "exchange.read",
    "measure.read",
    "measure.edit",
    "outcome.read",
    "goal.read",
    "note.read",
    "note.write",
  ],
  analyst: [
    "responses.code",
    "coding.read",
    "release.read",
    "responses.export",
    "measure.read",
    "outcome.read",
    "goal.read",
    "note.read",
    "note.write",
  ],
  lead: [
    "project.read",
    "project.edit",
    "invitation.read",
    "response.edit",
    "response.submit",
    "inquiry.ask",
    "outcome.read",
    "exchange.read",
    "exchange.edit",
  ],
  member: ["project.read", "invitation.read", "response.edit", "inquiry.ask", "outcome.read", "exchange.read"],
  guest: ["invitation.read", "response.edit", "response.submit", "inquiry.ask"],
};

/** A person's part: in a project (lead, member) or in the consortium (the others, project null). */
export type Part = { role: Exclude<Role, "guest">; projectId: string | null };

/** True if one of the parts grants the verb: for a project's verbs, a part in that very project. */
export function may(parts: readonly Part[], verb: Verb, projectId: string | null = null): boolean {
  return parts.some(
    (part) => ROLES[part.role].includes(verb) && (part.projectId === null || part.projectId === projectId),
  );
}

/** The roles of the consortium that hold a verb. */
export function rolesWith(verb: Verb): ("coordination" | "steering" | "analyst")[] {
  return (["coordination", "steering", "analyst"] as const).filter((role) => ROLES[role].includes(verb));
}

/** True if somebody who came by link may do it with the invitation of that link. */
export function guestMay(verb: Verb): boolean {
  return ROLES.guest.includes(verb);
}

/** The parts that each role may give to others: a lead in the own project only. Nobody makes themselves an analyst. */
const GRANTS: Record<Role, readonly Part["role"][]> = {
  coordination: ["coordination", "steering", "lead", "member"],
  steering: [],
  analyst: [],
  lead: ["lead", "member"],
  member: [],
  guest: [],
};

/** True if one of the parts may give away (and take back) this part. */
export function mayGrant(parts: readonly Part[], given: Part): boolean {
  return parts.some(
    (part) => GRANTS[part.role].includes(given.role) && (part.projectId === null || part.projectId === given.projectId),
  );
}

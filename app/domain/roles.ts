/** What may be done. A verb is named object.action; routes and domain functions ask for verbs, never for roles. */
export const VERBS = [
  "invitation.read",
  "response.edit",
  "response.submit",
  "round.read",
  "round.close",
  "release.make",
  "release.read",
] as const;

export type Verb = (typeof VERBS)[number];
export type Role = "coordination" | "steering" | "analyst" | "lead" | "member";

/** Verbs by role. Those of `lead` and `member` hold for their own project only. */
const ROLES: Record<Role, readonly Verb[]> = {
  coordination: ["round.read", "round.close", "release.make", "release.read"],
  steering: ["release.read"],
  analyst: ["release.read"],
  lead: ["invitation.read", "response.edit", "response.submit"],
  member: ["invitation.read", "response.edit"],
};

/** A person's part: in a project (lead, member) or in the consortium (the others, project null). */
export type Part = { role: Role; projectId: string | null };

/** True if one of the parts grants the verb: for a project's verbs, a part in that very project. */
export function may(parts: readonly Part[], verb: Verb, projectId: string | null = null): boolean {
  return parts.some(
    (part) => ROLES[part.role].includes(verb) && (part.projectId === null || part.projectId === projectId),
  );
}

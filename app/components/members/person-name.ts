import type { PersonPart } from "#db/queries/people.server.ts";
import type { Texts } from "../../locales/index.ts";

/** A part in words: "Leitung: Brücke (Träger A)" or "Koordination". */
export function partText(texts: Texts, part: PersonPart): string {
  const role = texts.members.roles[part.role];
  if (!part.project_id) return role;
  return `${role}: ${texts.members.person.inProject(part.project ?? "", part.organisation ?? "")}`;
}

type AccountState = { disabled_at: Date | null; pseudonymised_at: Date | null; bounced_at: Date | null };

/** How an account stands, with the tone of its chip. */
export function accountState(person: AccountState) {
  if (person.pseudonymised_at) return { code: "forgotten", tone: "idle" } as const;
  if (person.disabled_at) return { code: "closed", tone: "idle" } as const;
  return person.bounced_at ? ({ code: "bounced", tone: "bad" } as const) : ({ code: "open", tone: "done" } as const);
}

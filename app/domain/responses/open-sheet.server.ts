import type { Db } from "#db/client.server.ts";
import { type InvitationRow, markOpened } from "#db/queries/invitations.server.ts";
import { pagesOf } from "#surveys/definition.ts";
import { isObject } from "#surveys/json.ts";
import type { Text } from "#surveys/model.ts";
import { textOf } from "#surveys/texts.ts";
import { type DisclosureRule, ruleFor } from "../disclosure/rule.ts";
import { getInvitation, isOpen, mayWith, type Progress, progressOf, type Respondent } from "./access.server.ts";
import { getInstrument, type Instrument } from "./instrument.server.ts";
import { readLastStep, type StepBack } from "./versions.server.ts";

/** What everybody sees of a round before the first question. */
export type RoundCover = {
  title: Text;
  wave: string;
  closesAt: Date;
  privacy: "named" | "confidential" | "anonymous";
  /** from how many on figures are shown */
  rule: DisclosureRule;
  /** the answers of this round are invented */
  fictional: boolean;
  open: boolean;
  /** it ended without results */
  cancelled: boolean;
  purpose: Text | null;
  /** minutes to fill in, as the definition says */
  minutes: number | null;
  pages: { name: string; title: Text }[];
};

/** What a project, or a person by link, sees before the first question. */
export type Cover = RoundCover & {
  invitationId: string;
  /** the project's name, or that of the person by link; empty where there is none */
  project: string;
  /** how one gets in: as a project, by a link of one's own, by an open link */
  kind: "project" | "personal" | "open";
  state: Progress;
  /** when what counts was submitted */
  submittedAt: Date | null;
  declined: boolean;
};

/** The cover of a questionnaire. Reading it changes nothing: mail filters follow links too. */
export async function readCover(
  db: Db,
  viewer: Respondent,
  invitationId: string,
): Promise<Cover & { maySubmit: boolean; step: StepBack | null }> {
  const invitation = await getInvitation(db, viewer, invitationId, "invitation.read");
  const maySubmit = mayWith(viewer, "response.submit", invitation);
  const step = await readLastStep(db, invitation);
  return { ...coverOf(invitation, await getInstrument(db, invitation)), maySubmit, step };
}

/** Notes that the project has begun, while it can be filled in. */
export async function beginSheet(db: Db, viewer: Respondent, invitationId: string): Promise<void> {
  const invitation = await getInvitation(db, viewer, invitationId, "response.edit");
  if (isOpen(invitation)) await markOpened(db, invitation);
}

export function coverOf(invitation: InvitationRow, instrument: Instrument): Cover {
  return {
    ...roundCover(invitation, instrument),
    invitationId: invitation.invitation_id,
    project: invitation.project_name,
    kind: invitation.kind,
    state: progressOf(invitation),
    submittedAt: invitation.submitted_at,
    declined: invitation.declined_at !== null,
  };
}

type Round = Pick<InvitationRow, "title" | "wave" | "closes_at" | "privacy" | "strict" | "fictional" | "round_state">;

/** The cover without anybody in particular: for open links and previews. */
export function roundCover(round: Round, { definition: { source } }: Pick<Instrument, "definition">): RoundCover {
  return {
    title: round.title,
    wave: round.wave,
    closesAt: round.closes_at,
    privacy: round.privacy,
    rule: ruleFor(round),
    fictional: round.fictional,
    open: isOpen(round),
    cancelled: round.round_state === "cancelled",
    purpose: isObject(source.purpose) || typeof source.purpose === "string" ? textOf(source.purpose, "") : null,
    minutes: typeof source.duration === "number" ? source.duration : null,
    pages: pagesOf(source).map(({ page }, index) => ({
      name: String(page.name ?? `page${index + 1}`),
      title: textOf(page.title, String(page.name ?? index + 1)),
    })),
  };
}

import { publishVersion } from "#app/domain/questionnaires/publish-version.server.ts";
import { getInvitation } from "#app/domain/responses/access.server.ts";
import { openRound } from "#app/domain/rounds/open-round.server.ts";
import type { Viewer } from "#app/domain/viewer.ts";
import type { Db } from "#db/client.server.ts";
import type { InvitationRow } from "#db/queries/invitations.server.ts";
import type { JsonObject } from "#surveys/json.ts";
import { insertAccount, insertProject } from "../../../support/people.ts";

/** A small questionnaire: one required answer, one that conditions hide, and a roster. */
export const PROBE: JsonObject = {
  title: { default: "Probe", en: "Sample" },
  pages: [
    {
      name: "eins",
      title: { default: "Seite eins", en: "Page one" },
      elements: [
        {
          type: "radiogroup",
          name: "plan",
          title: { default: "Wie lange reicht das Geld?", en: "How long will the money last?" },
          isRequired: true,
          choices: [
            { value: "kurz", text: { default: "kurz", en: "short" } },
            { value: "lang", text: { default: "lang", en: "long" } },
          ],
        },
        {
          type: "comment",
          name: "warum",
          title: { default: "Warum so kurz?", en: "Why so short?" },
          visibleIf: "{plan} = 'kurz'",
        },
        {
          type: "checkbox",
          name: "thema",
          title: { default: "Welche Themen?", en: "Which topics?" },
          choices: ["recht", "haft"],
          showOtherItem: true,
        },
        {
          type: "text",
          name: "zahl",
          title: { default: "Wie viele Fälle?", en: "How many cases?" },
          inputType: "number",
        },
      ],
    },
    {
      name: "zwei",
      title: { default: "Seite zwei", en: "Page two" },
      elements: [
        {
          type: "tagbox",
          name: "mit",
          title: { default: "Mit wem?", en: "With whom?" },
          roster: true,
          choices: [{ value: "niemand", text: { default: "niemand", en: "nobody" } }],
        },
      ],
    },
  ],
};

export type SampleSheet = {
  roundId: string;
  projectId: string;
  lead: Viewer;
  member: Viewer;
  /** the invitation as it stands now, as a request would read it */
  invitation: () => Promise<InvitationRow>;
};

const DAY_MS = 86_400_000;

/** A project with a lead and a member, invited to a round that opened ten days ago. */
export async function openSampleSheet(
  db: Db,
  { definition = PROBE, closesInDays = 10, privacy = "confidential" as "confidential" | "named" } = {},
): Promise<SampleSheet> {
  const { projectId } = await insertProject(db);
  const name = `probe-${projectId}`;
  const { versionId } = await publishVersion(db, { name, definition, actorId: null });
  const { roundId, invitations } = await openRound(db, {
    versionId,
    wave: "2026/1",
    privacy,
    opensAt: new Date(Date.now() - 10 * DAY_MS),
    closesAt: new Date(Date.now() + closesInDays * DAY_MS),
    actorId: null,
  });
  const invitationId = invitations.find((one) => one.projectId === projectId)?.invitationId ?? "";
  const lead = await viewerOf(db, "lead", projectId);
  const member = await viewerOf(db, "member", projectId);
  const invitation = () => getInvitation(db, lead, invitationId, "invitation.read");
  return { roundId, projectId, lead, member, invitation };
}

async function viewerOf(db: Db, role: "lead" | "member", projectId: string): Promise<Viewer> {
  const accountId = await insertAccount(db, { role, projectId });
  return { accountId, name: `Test ${role}`, locale: "de", parts: [{ role, projectId }] };
}

/** What became of work that may be refused: its result, or the Problem's code. */
export async function outcomeOf<T>(work: Promise<T>): Promise<T | string> {
  return work.catch((error: { code?: string }) => error.code ?? String(error));
}

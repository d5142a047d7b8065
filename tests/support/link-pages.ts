import { randomUUID } from "node:crypto";
import { makeOpenLink } from "#app/domain/links/open-links.server.ts";
import { hashToken, invitationToken, openLinkToken } from "#app/domain/links/tokens.server.ts";
import { openRound } from "#app/domain/rounds/open-round.server.ts";
import { paths } from "#app/paths.ts";
import { type Db, transact } from "#db/client.server.ts";
import { insertPeople } from "#db/queries/people-by-link.server.ts";
import type { SamplePage } from "./pages.ts";
import { SECRET } from "./post.ts";

const DAY_MS = 86_400_000;

/** Links without account: what the coordination sets up, and what people see who follow them. The app has the tests' secret. */
export async function linkPages(db: Db, actorId: string): Promise<SamplePage[]> {
  const { version_id: versionId } = await db
    .selectFrom("version")
    .innerJoin("questionnaire", "questionnaire.questionnaire_id", "version.questionnaire_id")
    .select("version_id")
    .where("questionnaire.name", "=", "fortbildung")
    .executeTakeFirstOrThrow();
  const confidential = await openByLink(db, versionId, "confidential", actorId);
  const anonymous = await openByLink(db, versionId, "anonymous", actorId);
  const shown = [
    paths.roundLinks(confidential.roundId),
    `${paths.roundLinks(confidential.roundId)}?zurueckziehen=${confidential.linkId}`,
    paths.roundLinks(anonymous.roundId),
    paths.linkSheet(confidential.roundId, confidential.linkId),
    paths.guestLink(confidential.token),
    paths.guestLink(anonymous.token),
    paths.openLink(confidential.openToken),
    paths.openLink(anonymous.openToken),
    paths.openThanks(anonymous.openToken),
    paths.openAsk(anonymous.openToken),
    paths.guestLeave(),
    paths.guestLink("A".repeat(43)),
  ].map((path): SamplePage => ({ group: "links", role: "coordination", path }));
  const filling = paths.openFill(anonymous.openToken);
  return [...shown, { group: "links", role: "coordination", path: filling, drawn: ".sd-page" }];
}

async function openByLink(db: Db, versionId: string, privacy: "confidential" | "anonymous", actorId: string) {
  const { roundId } = await openRound(db, {
    versionId,
    wave: `Link ${privacy}`,
    privacy,
    audience: { kind: "link" },
    opensAt: new Date(Date.now() - DAY_MS),
    closesAt: new Date(Date.now() + 20 * DAY_MS),
    fictional: true,
    actorId,
  });
  const people = Array.from({ length: 3 }, (_, i) => {
    const invitationId = randomUUID();
    const tokenHash = hashToken(invitationToken(SECRET, invitationId));
    const address = `person${i}.${invitationId.slice(0, 8)}@example.org`;
    return { invitationId, kind: "personal" as const, tokenHash, address, name: `Person ${i}`, locale: "de" as const };
  });
  await transact(db, (tx) => insertPeople(tx, roundId, people, new Date()));
  const { linkId } = await makeOpenLink(db, { secret: SECRET, roundId, label: "Aushang", limit: 30, actorId });
  const token = invitationToken(SECRET, people[0]?.invitationId as string);
  return { roundId, linkId, token, openToken: openLinkToken(SECRET, linkId) };
}

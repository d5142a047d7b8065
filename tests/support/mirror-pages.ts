import { ALL_SECTIONS, paths } from "#app/paths.ts";
import type { Db } from "#db/client.server.ts";
import type { SamplePage } from "./pages.ts";

/** The lead's list of mirrors, one of every questionnaire that was released in short and as a whole, and a section with the own group. */
export async function mirrorPages(db: Db, leadId: string): Promise<SamplePage[]> {
  const rows = await db
    .selectFrom("release")
    .innerJoin("invitation", "invitation.round_id", "release.round_id")
    .innerJoin("membership", "membership.project_id", "invitation.project_id")
    .innerJoin("response", "response.invitation_id", "invitation.invitation_id")
    .distinctOn("release.questionnaire")
    .select(["invitation.invitation_id", "release.questionnaire"])
    .where("membership.account_id", "=", leadId)
    .where("response.state", "=", "submitted")
    .orderBy("release.questionnaire")
    .orderBy("release.made_at", "desc")
    .execute();
  const own = rows.flatMap(({ invitation_id: id }) => [
    paths.mirror(id),
    paths.mirror(id, { abschnitt: ALL_SECTIONS }),
  ]);
  const broken = rows.find(({ questionnaire }) => questionnaire === "bedarfe")?.invitation_id as string;
  const section = paths.mirror(broken, { abschnitt: "3", nach: "region5" });
  return [paths.mirrors(), ...own, section].map((path) => ({
    ...{ group: "mirror", role: "lead", path },
  }));
}

/** What the lead's project seeks and offers beside what others do, and the form for it. */
export async function exchangePages(db: Db, leadId: string): Promise<SamplePage[]> {
  const { project_id: projectId } = await db
    .selectFrom("membership")
    .select("project_id")
    .where("account_id", "=", leadId)
    .where("role", "=", "lead")
    .executeTakeFirstOrThrow();
  return [
    paths.exchange(),
    paths.exchange({ thema: "haft" }),
    paths.exchange({ fertig: "gezeigt" }),
    paths.exchangeProfile(projectId as string),
  ].map((path) => ({ ...{ group: "exchange", role: "lead", path } }));
}

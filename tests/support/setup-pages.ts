import { changeDraft, createDraft } from "#app/domain/rounds/draft-round.server.ts";
import { paths } from "#app/paths.ts";
import type { Db } from "#db/client.server.ts";
import type { Audience } from "#db/tables/round.ts";
import type { SamplePage } from "./pages.ts";

const DAY_MS = 86_400_000;

/** Setting up a round, its dry run and preview, and changing one that is open. */
export async function setupPages(db: Db, coordinationId: string): Promise<SamplePage[]> {
  const projects = await db.selectFrom("project").select("project_id").orderBy("name").limit(4).execute();
  const few = await makeDraft(db, coordinationId, {
    kind: "projects",
    projectIds: projects.map((project) => project.project_id),
  });
  const many = await makeDraft(db, coordinationId, {
    kind: "attributes",
    attributes: { land: ["be", "nw", "by", "he", "hh"], ansatz: ["person", "beides"] },
  });
  const byLink = await makeDraft(db, coordinationId, { kind: "link" });
  const { round_id: open } = await db
    .selectFrom("round")
    .select("round_id")
    .where("state", "=", "open")
    .where("privacy", "=", "confidential")
    .orderBy("opens_at")
    .executeTakeFirstOrThrow();
  const { round_id: released } = await db
    .selectFrom("round")
    .select("round_id")
    .where("state", "=", "released")
    .orderBy("opens_at")
    .executeTakeFirstOrThrow();
  const steps = [1, 2, 3, 4].map((step) => paths.roundSetup(many, step));
  const changes = ["frist", "erinnerungen", "wortlaut", "schliessen", "abbrechen"].map((what) =>
    paths.changeRound(open, what),
  );
  const form = paths.roundPreview(many, "fragebogen");
  const plain = [
    paths.newRound(),
    ...steps,
    paths.roundSetup(few, 2),
    paths.roundSetup(byLink, 4),
    paths.dryRun(few),
    paths.dryRun(many),
    paths.dryRun(many, { schritt: "oeffnen" }),
    paths.dryRun(many, { schritt: "planen" }),
    paths.dryRun(many, { schritt: "loeschen", zeigen: "ohne" }),
    paths.dryRun(byLink),
    paths.roundPreview(byLink),
    form,
    paths.changeRound(open),
    ...changes,
    paths.changeRound(released, "archivieren"),
  ];
  return plain.map((path) => ({
    group: "setup",
    role: "coordination",
    path,
    ...(path === form ? { drawn: ".sd-page" } : {}),
  }));
}

async function makeDraft(db: Db, actorId: string, audience: Audience): Promise<string> {
  const version = await db
    .selectFrom("version")
    .innerJoin("questionnaire", "questionnaire.questionnaire_id", "version.questionnaire_id")
    .select("version_id")
    .where("questionnaire.name", "=", "schnittstellen")
    .executeTakeFirstOrThrow();
  const now = new Date();
  const draft = { versionId: version.version_id, wave: "Probe", fictional: true, actorId, now };
  const roundId = await createDraft(db, draft);
  await changeDraft(db, { roundId, actorId, now }, { step: "audience", audience });
  const [opensAt, closesAt] = [new Date(now.getTime() + 7 * DAY_MS), new Date(now.getTime() + 40 * DAY_MS)];
  await changeDraft(db, { roundId, actorId, now }, { step: "times", opensAt, closesAt, reminders: [14] });
  return roundId;
}

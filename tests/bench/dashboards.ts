import { ALL_SECTIONS, paths } from "#app/paths.ts";
import { type Measured, printFigure } from "./figure.ts";
import { measureDrawing, measureLatency } from "./pages.ts";
import type { Stage } from "./stage.ts";
import { launch } from "./typing.ts";
import { visitFirst } from "./visits.ts";

/** What we aim at, for each page. */
const [GZIP_BYTES, P95_MS] = [400_000, 25];
/** So many of the heaviest resources are told by themselves. */
const HEAVIEST = 4;

/** A page with what shows that it stands, beside its charts. */
type Dashboard = { name: string; path: string; ready: string; cookie: string };

const [MAP, HEADING] = [".map__box svg", "h1"];

/**
 * Every dashboard of the fictional network: what a browser with an empty cache fetches until all that is in view is drawn, and how long
 * the server takes for one reader after the other, and for one who asks for what was not drawn yet.
 */
export async function measureDashboards(stage: Stage, cache: string): Promise<void> {
  const dashboards = await listDashboards(stage);
  const browser = await launch(cache);
  try {
    for (const { name, path, ready, cookie } of dashboards) {
      const { first, all, each } = await visitFirst(browser, { origin: stage.origin, path, cookie, ready });
      for (const resource of each.slice(0, HEAVIEST)) {
        console.log(JSON.stringify({ resource: `${name}, first visit`, ...resource }));
      }
      const later = { gzip_bytes_with_all_charts: all.gzip_bytes ?? null };
      printFigure(`${name}, first visit`, { ...first, ...later }, { what: "the aim", gzip_bytes: GZIP_BYTES });
    }
  } finally {
    await browser.close();
  }
  for (const { name, path, cookie } of dashboards) {
    const taken: Measured = await measureLatency(stage.origin + path, cookie);
    const anew = await measureDrawing(stage.origin + path, cookie);
    printFigure(name, { ...taken, ...anew }, { what: "the aim", p95_ms: P95_MS });
  }
}

async function listDashboards(stage: Stage): Promise<Dashboard[]> {
  const newest = async (questionnaire: string) => {
    const { release_id: id } = await stage.db
      .selectFrom("release")
      .select("release_id")
      .where("questionnaire", "=", questionnaire)
      .where("kind", "=", "final")
      .orderBy("closed_at", "desc")
      .executeTakeFirstOrThrow();
    return id;
  };
  const [needs, interfaces, network] = [
    await newest("bedarfe"),
    await newest("schnittstellen"),
    await newest("netzwerk"),
  ];
  const steering = { cookie: stage.steeringCookie };
  return [
    { name: "overview", path: paths.overview(), ready: HEADING, ...steering },
    { name: "report of a release", path: paths.release(needs), ready: HEADING, ...steering },
    { name: "report of a release by region", path: paths.release(needs, "region5"), ready: HEADING, ...steering },
    { name: "needs", path: paths.needs(needs), ready: HEADING, ...steering },
    { name: "interfaces", path: paths.interfaces(interfaces), ready: HEADING, ...steering },
    { name: "network", path: paths.network(network), ready: MAP, ...steering },
    { name: "network as a matrix", path: paths.network(network, { ansicht: "matrix" }), ready: HEADING, ...steering },
    { name: "trends", path: paths.trends(needs), ready: HEADING, ...steering },
    { name: "goals", path: paths.goals(), ready: HEADING, ...steering },
    { name: "measures", path: paths.measures(), ready: HEADING, ...steering },
    { name: "presentation", path: paths.presentation(needs, 3), ready: HEADING, ...steering },
    ...(await mirrorOf(stage, needs)),
  ];
}

/** As a member of a project that answered in the round of a release. */
async function mirrorOf(stage: Stage, releaseId: string): Promise<Dashboard[]> {
  const { invitation_id: invitationId, project_id: projectId } = await stage.db
    .selectFrom("release")
    .innerJoin("invitation", "invitation.round_id", "release.round_id")
    .innerJoin("submission", "submission.round_id", "release.round_id")
    .innerJoin("response", (join) =>
      join
        .onRef("response.response_id", "=", "submission.response_id")
        .onRef("response.invitation_id", "=", "invitation.invitation_id"),
    )
    .select(["invitation.invitation_id", "invitation.project_id"])
    .where("release.release_id", "=", releaseId)
    .where("response.state", "=", "submitted")
    .orderBy("invitation.invitation_id")
    .executeTakeFirstOrThrow();
  if (!projectId) throw new Error("nobody answered for a project");
  const [cookie = ""] = await stage.join({ projectId }, 1);
  const mirror = (abschnitt?: string) => paths.mirror(invitationId, abschnitt ? { abschnitt } : {});
  return [
    { name: "mirror of a project", path: mirror(), ready: HEADING, cookie },
    { name: "mirror, a section", path: mirror("3"), ready: HEADING, cookie },
    { name: "mirror, all sections for printing", path: mirror(ALL_SECTIONS), ready: HEADING, cookie },
  ];
}

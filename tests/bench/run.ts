import path from "node:path";
import { paths } from "#app/paths.ts";
import { measureAutosave, measureRawAutosave } from "./autosave.ts";
import { measureDashboards } from "./dashboards.ts";
import { printFigure } from "./figure.ts";
import { startHello } from "./hello.ts";
import { measureLayout } from "./layout.ts";
import { measureCopy, measureCsv, measureLatency, measureThroughput } from "./pages.ts";
import { measureReleases } from "./releases.ts";
import { measureRawInserts, measureResponses } from "./responses.ts";
import { type Sheet, setStage } from "./stage.ts";
import { measureTyping } from "./typing.ts";
import { measureVisits } from "./visits.ts";

const RESPONSES = Number(process.env.BENCH_RESPONSES ?? 400);
const WARM_UP = 32;
/** A tuned LimeSurvey 6 on a machine of this kind, for a response of forty questions. */
const LIMESURVEY_CPU_MS = 61;
const EDITED = 50;
/** Responses of the rounds that are released. */
const SIZES = [1_000, 10_000, 100_000, ...(process.argv.includes("--full") ? [1_000_000] : [])];
const CACHE = path.resolve(import.meta.dirname, "../../.cache");

/** Only what depends on how many responses were released. */
const RELEASES_ONLY = process.argv.includes("--releases");
/** Only the pages of what is worked out from releases. */
const DASHBOARDS_ONLY = process.argv.includes("--dashboards");

const stage = await setStage(RELEASES_ONLY || DASHBOARDS_ONLY ? 1 : 2 * RESPONSES + EDITED + WARM_UP + 1);
const hello = await startHello();
try {
  if (!RELEASES_ONLY && !DASHBOARDS_ONLY) await measureFilling();
  if (!RELEASES_ONLY) await measureDashboards(stage, CACHE);
  if (!DASHBOARDS_ONLY) await measureReleases(stage, SIZES);
} finally {
  hello.stop();
  await stage.end();
}

async function measureFilling(): Promise<void> {
  const [spare, ...sheets] = stage.sheets as [Sheet, ...Sheet[]];
  await measureResponses(stage, sheets.slice(0, WARM_UP));

  const people = sheets.splice(0, WARM_UP + EDITED).slice(WARM_UP);
  const filled = await measureResponses(stage, sheets.slice(RESPONSES));
  const raw = await measureRawInserts(stage, spare.roundId);
  printFigure("open and submit 40 questions", filled, {
    what: "the same rows straight through pg",
    ...raw,
    limesurvey_cpu_ms: LIMESURVEY_CPU_MS,
  });

  const sent = await measureResponses(stage, sheets.slice(0, RESPONSES), { opened: false });
  const odk = { what: "ODK Central takes at best", responses_per_s: 288 };
  printFigure("submissions through the API", sent, odk);

  const saved = await measureAutosave(stage, people);
  const straight = await measureRawAutosave(stage, saved.people as number);
  printFigure("autosave acknowledged", saved, { what: "the same rows straight through pg, one by one", ...straight });

  const nothing = await measureThroughput(hello.url);
  const form = await measureThroughput(stage.origin + paths.fill(spare.invitationId), spare.cookie);
  printFigure("fill page, 16 connections", form, { what: "Node hello world, 16 connections", ...nothing });

  const visits = await measureVisits(stage, spare, CACHE);
  for (const resource of visits.each) console.log(JSON.stringify({ resource: "fill page, first visit", ...resource }));
  printFigure("fill page, first visit", visits.first, { what: "the aim", gzip_bytes: 350_000 });
  printFigure("fill page, second visit", visits.second, { what: "the aim", gzip_bytes: 30_000, scripts: 0 });

  const { form: typed, bare, ratio } = await measureTyping(stage, spare, CACHE);
  printFigure(
    "typing on a page of 100 questions",
    { ...typed, ratio_p50: ratio.p50, ratio_p95: ratio.p95 },
    { what: "a page with nothing but a textarea, same browser, key by key in turns", ...bare },
  );

  const { release_id: releaseId } = await stage.db
    .selectFrom("release")
    .select("release_id")
    .where("questionnaire", "=", "bedarfe")
    .orderBy("made_at", "desc")
    .executeTakeFirstOrThrow();
  const dashboard = await measureLatency(stage.origin + paths.release(releaseId), stage.steeringCookie);
  const alone = await measureLatency(hello.url);
  printFigure("dashboard page", dashboard, { what: "Node hello world", ...alone });

  printFigure("map of 300 projects and 3,000 ties", await measureLayout(stage.origin, CACHE), {
    what: "the aim",
    p50_ms: 2_000,
  });

  const copy = await measureCopy(stage, releaseId);
  printFigure("report as CSV", await measureCsv(stage, releaseId), { what: "COPY TO of the same figures", ...copy });
}

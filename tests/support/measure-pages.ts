import { paths } from "#app/paths.ts";
import type { Db } from "#db/client.server.ts";
import type { SamplePage } from "./pages.ts";

/** The board, a measure with everything that one can have, its form, a new one from a finding, calendar and plan; and what projects read. */
export async function measurePages(db: Db): Promise<SamplePage[]> {
  const { measure_id: rated, starts_on } = await db
    .selectFrom("measure")
    .select(["measure_id", "starts_on"])
    .where("round_id", "is not", null)
    .executeTakeFirstOrThrow();
  const evidence = await db
    .selectFrom("measure_evidence")
    .innerJoin("measure", "measure.measure_id", "measure_evidence.measure_id")
    .selectAll("measure_evidence")
    .where("measure.state", "=", "running")
    .orderBy("item", "desc")
    .execute();
  const [first] = evidence;
  const year = starts_on?.slice(0, 4);
  const read = [
    paths.measures(),
    paths.measure(rated),
    ...(first
      ? [
          paths.measure(first.measure_id),
          paths.newMeasure(first.release_id, first.item),
          paths.addToMeasure(first.release_id, first.item),
        ]
      : []),
    paths.editMeasure(rated),
    paths.measureCalendar(year),
    paths.annualPlan(year),
  ].map((path): SamplePage => ({ group: "measures", role: "steering", path }));
  return [...read, { group: "measures", role: "lead", path: paths.outcomes() }];
}

import type { LoaderFunctionArgs } from "@remix-run/node";
import { Link, useLoaderData } from "@remix-run/react";
import { EmptyState } from "../../components/layout/empty-state.tsx";
import { PageHead } from "../../components/layout/page-head.tsx";
import { titled } from "../../components/layout/titled.ts";
import { MeasuresNav } from "../../components/measures/measures-nav.tsx";
import { YearLinks } from "../../components/measures/year-links.tsx";
import { MonthList, YearTable } from "../../components/measures/year-table.tsx";
import { useTexts } from "../../components/texts.ts";
import { monthsOf, planOf } from "../../domain/measures/measure.ts";
import { requireVerb } from "../../http/guard.server.ts";
import { readPlan } from "../../http/measure-form.server.ts";
import { answering } from "../../http/respond.server.ts";
import { paths } from "../../paths.ts";

type Loaded = Awaited<ReturnType<typeof loader>>;

export const meta = titled<Loaded>((t, loaded) => t.measures.calendar.title(loaded?.year ?? ""));

export async function loader({ request, context }: LoaderFunctionArgs) {
  return answering(async () => {
    await requireVerb(request, context, "measure.read");
    return readPlan(request, context.db);
  });
}

export default function MeasureCalendar() {
  const t = useTexts().measures;
  const { measures, years, year } = useLoaderData<typeof loader>();
  const { dated, undated } = planOf(measures, year);
  const rows = dated.map((measure) => ({ measure, months: monthsOf(measure, year) }));
  return (
    <div className="stack">
      <PageHead
        title={t.calendar.title(year)}
        subtitle={t.calendar.subtitle}
        trail={[{ to: paths.measures(), label: t.title }]}
        trailLabel={t.title}
        actions={<YearLinks years={years} year={year} to={paths.measureCalendar} />}
      />
      <MeasuresNav year={year} />
      {rows.length === 0 ? (
        <EmptyState title={t.plan.empty(year)} />
      ) : (
        <>
          <YearTable rows={rows} caption={t.calendar.caption(year)} />
          <MonthList rows={rows} />
        </>
      )}
      {undated.length > 0 ? (
        <section className="stack--close" aria-labelledby="undated">
          <h2 id="undated">{t.plan.undated}</h2>
          <ul>
            {undated.map((one) => (
              <li key={one.measureId}>
                <Link to={paths.measure(one.measureId)}>{one.title}</Link>
              </li>
            ))}
          </ul>
        </section>
      ) : null}
    </div>
  );
}

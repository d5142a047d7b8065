import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { EmptyState } from "../../components/layout/empty-state.tsx";
import { PageHead } from "../../components/layout/page-head.tsx";
import { titled } from "../../components/layout/titled.ts";
import { MeasuresNav } from "../../components/measures/measures-nav.tsx";
import { PlanTable } from "../../components/measures/plan-table.tsx";
import { YearLinks } from "../../components/measures/year-links.tsx";
import { PrintButton } from "../../components/print-button.tsx";
import { useTexts } from "../../components/texts.ts";
import { planOf } from "../../domain/measures/measure.ts";
import { requireVerb } from "../../http/guard.server.ts";
import { readPlan } from "../../http/measure-form.server.ts";
import { answering } from "../../http/respond.server.ts";
import { paths } from "../../paths.ts";

type Loaded = Awaited<ReturnType<typeof loader>>;

export const meta = titled<Loaded>((t, loaded) => t.measures.plan.title(loaded?.year ?? ""));

export async function loader({ request, context }: LoaderFunctionArgs) {
  return answering(async () => {
    await requireVerb(request, context, "measure.read");
    return readPlan(request, context.db);
  });
}

export default function AnnualPlan() {
  const t = useTexts().measures;
  const { measures, years, year } = useLoaderData<typeof loader>();
  const { dated, undated } = planOf(measures, year);
  return (
    <div className="stack annual-plan">
      <PageHead
        title={t.plan.title(year)}
        subtitle={t.plan.subtitle}
        trail={[{ to: paths.measures(), label: t.title }]}
        trailLabel={t.title}
        actions={
          <>
            <YearLinks years={years} year={year} to={paths.annualPlan} />
            <a className="button" href={paths.annualPlanFile(year)}>
              {t.plan.csv}
            </a>
            <PrintButton>{t.plan.print}</PrintButton>
          </>
        }
      />
      <MeasuresNav year={year} />
      {dated.length === 0 ? (
        <EmptyState title={t.plan.empty(year)} />
      ) : (
        <PlanTable measures={dated} caption={t.plan.caption(year)} />
      )}
      {undated.length > 0 ? <PlanTable measures={undated} caption={t.plan.undated} /> : null}
    </div>
  );
}

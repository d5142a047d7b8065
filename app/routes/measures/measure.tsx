import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import {
  Link,
  type ShouldRevalidateFunctionArgs,
  useActionData,
  useLoaderData,
  useSearchParams,
} from "@remix-run/react";
import { Notice } from "../../components/layout/notice.tsx";
import { PageHead } from "../../components/layout/page-head.tsx";
import { StateChip } from "../../components/layout/state-chip.tsx";
import { titled } from "../../components/layout/titled.ts";
import { EvaluationCard } from "../../components/measures/evaluation-card.tsx";
import { EvidenceCard } from "../../components/measures/evidence-card.tsx";
import { MeasureHistory } from "../../components/measures/measure-history.tsx";
import { StepButtons } from "../../components/measures/step-buttons.tsx";
import { daysInWords, TONES } from "../../components/measures/words.ts";
import { useLocale, useTexts } from "../../components/texts.ts";
import { readingOf, readingsOf } from "../../domain/measures/before-after.ts";
import { stepMeasure } from "../../domain/measures/edit-measures.server.ts";
import { FOR_PROJECTS, stepsOf } from "../../domain/measures/measure.ts";
import { readEvaluation, readEvidence } from "../../domain/measures/read-evidence.server.ts";
import { readMeasure } from "../../domain/measures/read-measures.server.ts";
import { PROBLEMS, Problem } from "../../domain/problem.ts";
import { maySomewhere } from "../../domain/viewer.ts";
import { parseForm } from "../../http/form.server.ts";
import { requireVerb } from "../../http/guard.server.ts";
import { stepSchema } from "../../http/measure-form.server.ts";
import { idOf } from "../../http/params.server.ts";
import { answering } from "../../http/respond.server.ts";
import { paths } from "../../paths.ts";

type Loaded = Awaited<ReturnType<typeof loader>>;

export const meta = titled<Loaded>((t, loaded) => loaded?.measure.title ?? t.measures.title);

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  return answering(async () => {
    const viewer = await requireVerb(request, context, "measure.read");
    const { measure, events } = await readMeasure(context.db, idOf(params.measureId));
    const [evidence, evaluation] = await Promise.all([
      readEvidence(context.report, measure.evidence),
      readEvaluation(context.report, measure.roundId),
    ]);
    return { measure, events, evidence, evaluation, mayEdit: maySomewhere(viewer, "measure.edit") };
  });
}

/** A step to another state. Where somebody was faster nothing happens, and the page says what holds now. */
export async function action({ request, params, context }: ActionFunctionArgs) {
  return answering(async () => {
    const { accountId: actorId } = await requireVerb(request, context, "measure.edit");
    const measureId = idOf(params.measureId);
    const { to, revision, back } = await parseForm(request, stepSchema);
    try {
      await stepMeasure(context.db, { measureId, revision, to, actorId, now: new Date() });
    } catch (error) {
      if (!(error instanceof Problem) || error.code !== "changed-since") throw error;
      return data({ clash: true }, { status: error.status });
    }
    return redirect(back === "tafel" ? paths.measures({ fertig: measureId }) : paths.measure(measureId, to));
  });
}

/** After a refusal a page keeps its data; where somebody else was faster it needs what holds now. */
export const shouldRevalidate = ({ actionStatus, defaultShouldRevalidate }: ShouldRevalidateFunctionArgs) =>
  actionStatus === PROBLEMS["changed-since"] || defaultShouldRevalidate;

export default function MeasurePage() {
  const t = useTexts().measures;
  const { measure, events, evidence, evaluation, mayEdit } = useLoaderData<typeof loader>();
  const clash = useActionData<typeof action>()?.clash;
  const isSeen = FOR_PROJECTS.includes(measure.state);
  return (
    <div className="stack">
      <PageHead
        title={measure.title}
        trail={[{ to: paths.measures(), label: t.title }]}
        trailLabel={t.views.label}
        actions={
          mayEdit ? (
            <Link className="button" to={paths.editMeasure(measure.measureId)}>
              {t.page.edit}
            </Link>
          ) : undefined
        }
      />
      {clash ? <Notice kind="warn" title={t.page.clash(t.states[measure.state] ?? "")} live="alert" /> : <Stepped />}
      <div className="card stack--close measure__head">
        <MeasureFacts />
        {mayEdit ? <StepButtons measure={measure} steps={stepsOf(measure)} back="" strong /> : null}
      </div>
      <section className="stack--close" aria-labelledby="measure-why">
        <h2 id="measure-why">{t.page.why}</h2>
        {measure.why ? <p className="measure__text">{measure.why}</p> : <p className="quiet">{t.page.noWhy}</p>}
      </section>
      <section className="stack--close" aria-labelledby="measure-evidence">
        <h2 id="measure-evidence">{t.evidence.title}</h2>
        {evidence.length === 0 ? <p className="quiet">{t.evidence.none}</p> : null}
        <div className="evidence-list">
          {readingsOf(evidence).map((one) => (
            <EvidenceCard key={`${one.evidence.before.release.releaseId} ${one.evidence.before.item.key}`} {...one} />
          ))}
        </div>
      </section>
      {measure.roundId ? (
        <EvaluationCard
          evaluation={
            evaluation && {
              release: evaluation.release,
              rows: evaluation.items.map((item) => ({ item, reading: readingOf(item) })),
            }
          }
        />
      ) : null}
      <section className="stack--close" aria-labelledby="measure-result">
        <h2 id="measure-result">{t.page.result}</h2>
        {measure.result ? (
          <p className="measure__text">{measure.result}</p>
        ) : (
          <p className="quiet">{t.page.noResult}</p>
        )}
        <p className="quiet">
          {isSeen ? t.page.seen : t.page.unseen} <Link to={paths.outcomes()}>{t.page.asSeen}</Link>
        </p>
      </section>
      <MeasureHistory events={events} />
    </div>
  );
}

/** That a step was just taken, where the address says so and it still holds. */
function Stepped() {
  const t = useTexts().measures;
  const { measure } = useLoaderData<typeof loader>();
  const [search] = useSearchParams();
  if (search.get("fertig") !== measure.state) return null;
  return <Notice kind="good" title={t.steps.done(measure.title, t.states[measure.state] ?? "")} live="status" />;
}

function MeasureFacts() {
  const texts = useTexts();
  const t = texts.measures;
  const locale = useLocale();
  const { measure } = useLoaderData<typeof loader>();
  const { facts } = t.page;
  return (
    <dl className="facts">
      <dt>{facts.state}</dt>
      <dd>
        <StateChip tone={TONES[measure.state]}>{t.states[measure.state] ?? ""}</StateChip>
      </dd>
      <dt>{facts.kind}</dt>
      <dd>{t.kinds[measure.kind]}</dd>
      <dt>{facts.responsible}</dt>
      <dd>{measure.responsible || t.nobody}</dd>
      <dt>{facts.days}</dt>
      <dd>{daysInWords(measure, texts, locale)}</dd>
      {measure.audience ? (
        <>
          <dt>{facts.audience}</dt>
          <dd>{measure.audience}</dd>
        </>
      ) : null}
      <dt>{facts.budget}</dt>
      <dd>{t.budgets[measure.budget]}</dd>
    </dl>
  );
}

import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { type ShouldRevalidateFunctionArgs, useActionData, useLoaderData } from "@remix-run/react";
import { CheckedForm } from "../../components/layout/checked-form.tsx";
import { PageHead } from "../../components/layout/page-head.tsx";
import { titled } from "../../components/layout/titled.ts";
import { ClashNotice } from "../../components/measures/clash-notice.tsx";
import { MeasureFields, type MeasureForm } from "../../components/measures/measure-fields.tsx";
import { measureErrors } from "../../components/measures/words.ts";
import { useLocale, useTexts } from "../../components/texts.ts";
import { changeMeasure } from "../../domain/measures/edit-measures.server.ts";
import { LIMITS, type Measure } from "../../domain/measures/measure.ts";
import { readChoices, readMeasure } from "../../domain/measures/read-measures.server.ts";
import { type Fault, PROBLEMS, Problem } from "../../domain/problem.ts";
import { parseForm } from "../../http/form.server.ts";
import { requireVerb } from "../../http/guard.server.ts";
import { changedMeasureSchema, EVIDENCE_LIST, typedOf } from "../../http/measure-form.server.ts";
import { idOf } from "../../http/params.server.ts";
import { answering } from "../../http/respond.server.ts";
import { paths } from "../../paths.ts";

export const meta = titled((t) => t.measures.form.editTitle);

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  return answering(async () => {
    await requireVerb(request, context, "measure.edit");
    const { measure } = await readMeasure(context.db, idOf(params.measureId));
    return { measure, choices: await readChoices(context.db, measure.responsibleId) };
  });
}

/** What was typed comes back whole: with its faults, or beside what somebody else saved meanwhile. */
export async function action({ request, params, context }: ActionFunctionArgs) {
  return answering(async () => {
    const { accountId: actorId } = await requireVerb(request, context, "measure.edit");
    const measureId = idOf(params.measureId);
    const { revision, ...typed } = await parseForm(request, changedMeasureSchema, EVIDENCE_LIST);
    try {
      await changeMeasure(context.db, { measureId, revision, actorId, now: new Date() }, typedOf(typed));
      return redirect(paths.measure(measureId));
    } catch (error) {
      if (!(error instanceof Problem)) throw error;
      const isClash = error.code === "changed-since";
      if (!isClash && error.code !== "invalid-measure") throw error;
      const faults: Fault[] = error.faults;
      // What the other person saved comes with the answer: the page would show for a moment what held before.
      const theirs = isClash ? (await readMeasure(context.db, measureId)).measure : null;
      return data({ typed, revision, faults, theirs }, { status: error.status });
    }
  });
}

/** After a refusal a page keeps its data; where somebody else was faster it needs what holds now. */
export const shouldRevalidate = ({ actionStatus, defaultShouldRevalidate }: ShouldRevalidateFunctionArgs) =>
  actionStatus === PROBLEMS["changed-since"] || defaultShouldRevalidate;

export default function EditMeasure() {
  const texts = useTexts();
  const t = texts.measures;
  const locale = useLocale();
  const { measure: loaded, choices } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const measure = refused?.theirs ?? loaded;
  const present = formOf(measure);
  const typed = refused?.typed ?? present;
  // After a clash the page shows what holds now, so saving once more is meant on top of that.
  const revision = refused && !refused.theirs ? refused.revision : measure.revision;
  const evidence = measure.evidence.map((one) => ({
    ...one,
    chosen: refused ? refused.typed.evidence.includes(`${one.releaseId} ${one.item}`) : true,
  }));
  return (
    <>
      <PageHead
        title={t.form.editTitle}
        trail={[
          { to: paths.measures(), label: t.title },
          { to: paths.measure(measure.measureId), label: measure.title },
        ]}
        trailLabel={t.views.label}
      />
      {refused?.theirs ? <ClashNotice yours={refused.typed} theirs={present} choices={choices} /> : null}
      <CheckedForm errors={measureErrors(texts, locale, refused?.faults)}>
        <input type="hidden" name="revision" key={revision} value={revision} />
        <MeasureFields typed={typed} choices={choices} evidence={evidence} limits={LIMITS} />
        <div className="actions">
          <button type="submit" className="button button--primary">
            {t.form.save}
          </button>
        </div>
      </CheckedForm>
    </>
  );
}

function formOf({
  title,
  kind,
  why,
  responsibleId,
  responsible,
  startsOn,
  endsOn,
  audience,
  ...more
}: Measure): MeasureForm {
  const isNamed = responsibleId === null && responsible !== "";
  return {
    ...{ title, kind, why, audience, budget: more.budget, result: more.result, roundId: more.roundId ?? "" },
    responsible: isNamed ? "name" : (responsibleId ?? ""),
    responsibleName: isNamed ? responsible : "",
    ...{ startsOn: startsOn ?? "", endsOn: endsOn ?? "" },
  };
}

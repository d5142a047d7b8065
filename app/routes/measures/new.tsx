import { randomUUID } from "node:crypto";
import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { CheckedForm } from "../../components/layout/checked-form.tsx";
import { PageHead } from "../../components/layout/page-head.tsx";
import { titled } from "../../components/layout/titled.ts";
import { EvidenceCard } from "../../components/measures/evidence-card.tsx";
import { MeasureFields, type MeasureForm } from "../../components/measures/measure-fields.tsx";
import { measureErrors } from "../../components/measures/words.ts";
import { useLocale, useReader, useTexts } from "../../components/texts.ts";
import { readingsOf } from "../../domain/measures/before-after.ts";
import { proposeMeasure } from "../../domain/measures/edit-measures.server.ts";
import { LIMITS } from "../../domain/measures/measure.ts";
import { readEvidence } from "../../domain/measures/read-evidence.server.ts";
import { readChoices } from "../../domain/measures/read-measures.server.ts";
import { parseForm } from "../../http/form.server.ts";
import { requireVerb } from "../../http/guard.server.ts";
import { EVIDENCE_LIST, findingsOf, newMeasureSchema, refuseMeasure, typedOf } from "../../http/measure-form.server.ts";
import { answering } from "../../http/respond.server.ts";
import { paths } from "../../paths.ts";

export const meta = titled((t) => t.measures.form.newTitle);

export async function loader({ request, context }: LoaderFunctionArgs) {
  return answering(async () => {
    await requireVerb(request, context, "measure.edit");
    const [evidence, choices] = await Promise.all([
      readEvidence(context.report, findingsOf(request)),
      readChoices(context.db),
    ]);
    // The id goes with the form, so that sending it twice makes one measure.
    return { measureId: randomUUID(), evidence, choices };
  });
}

export async function action({ request, context }: ActionFunctionArgs) {
  return answering(async () => {
    const { accountId: actorId } = await requireVerb(request, context, "measure.edit");
    const { measureId, ...form } = await parseForm(request, newMeasureSchema, EVIDENCE_LIST);
    try {
      await proposeMeasure(context.db, { measureId, actorId, now: new Date() }, typedOf(form));
      return redirect(paths.measure(measureId, "proposed"));
    } catch (error) {
      return refuseMeasure(error, { ...form, measureId });
    }
  });
}

export default function NewMeasure() {
  const texts = useTexts();
  const t = texts.measures;
  const locale = useLocale();
  const read = useReader();
  const { measureId, evidence, choices } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const readings = readingsOf(evidence);
  const [first] = evidence;
  const empty: MeasureForm = {
    title: first ? t.form.suggestion(read(first.before.item.label)) : "",
    ...{ kind: "training", why: "", responsible: "", responsibleName: "", startsOn: "", endsOn: "", audience: "" },
    ...{ budget: "open", result: "", roundId: "" },
  };
  return (
    <>
      <PageHead title={t.form.newTitle} trail={[{ to: paths.measures(), label: t.title }]} trailLabel={t.views.label} />
      <div className={first ? "beside" : undefined}>
        <CheckedForm errors={measureErrors(texts, locale, refused?.faults)}>
          <input type="hidden" name="measureId" value={refused?.typed.measureId ?? measureId} />
          {evidence.map(({ before: { release, item } }) => (
            <input
              key={`${release.releaseId} ${item.key}`}
              type="hidden"
              name="evidence"
              value={`${release.releaseId} ${item.key}`}
            />
          ))}
          <MeasureFields typed={refused?.typed ?? empty} choices={choices} evidence={[]} limits={LIMITS} />
          <div className="actions">
            <button type="submit" className="button button--primary">
              {t.form.propose}
            </button>
          </div>
        </CheckedForm>
        {first ? (
          <section className="stack--close" aria-label={t.form.evidence}>
            <h2>{t.form.evidence}</h2>
            {readings.map((one) => (
              <EvidenceCard key={one.evidence.before.item.key} {...one} />
            ))}
          </section>
        ) : null}
      </div>
    </>
  );
}

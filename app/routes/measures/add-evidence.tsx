import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { Link, useActionData, useLoaderData } from "@remix-run/react";
import { CheckedForm } from "../../components/layout/checked-form.tsx";
import { ChoiceField } from "../../components/layout/choice-field.tsx";
import { EmptyState } from "../../components/layout/empty-state.tsx";
import { PageHead } from "../../components/layout/page-head.tsx";
import { titled } from "../../components/layout/titled.ts";
import { EvidenceCard } from "../../components/measures/evidence-card.tsx";
import { measureErrors } from "../../components/measures/words.ts";
import { useLocale, useTexts } from "../../components/texts.ts";
import { readingsOf } from "../../domain/measures/before-after.ts";
import { addEvidence } from "../../domain/measures/edit-measures.server.ts";
import { readEvidence } from "../../domain/measures/read-evidence.server.ts";
import { readAddable } from "../../domain/measures/read-measures.server.ts";
import { parseForm } from "../../http/form.server.ts";
import { requireVerb } from "../../http/guard.server.ts";
import {
  addedEvidenceSchema,
  EVIDENCE_LIST,
  evidenceOf,
  findingsOf,
  refuseMeasure,
} from "../../http/measure-form.server.ts";
import { answering } from "../../http/respond.server.ts";
import { paths } from "../../paths.ts";

export const meta = titled((t) => t.measures.add.title);

export async function loader({ request, context }: LoaderFunctionArgs) {
  return answering(async () => {
    await requireVerb(request, context, "measure.edit");
    const evidence = await readEvidence(context.report, findingsOf(request));
    const findings = evidence.map(({ before: { release, item } }) => ({
      releaseId: release.releaseId,
      item: item.key,
    }));
    return { evidence, ...(await readAddable(context.db, findings)) };
  });
}

export async function action({ request, context }: ActionFunctionArgs) {
  return answering(async () => {
    const { accountId: actorId } = await requireVerb(request, context, "measure.edit");
    const { measureId, evidence } = await parseForm(request, addedEvidenceSchema, EVIDENCE_LIST);
    try {
      await addEvidence(context.db, { measureId, actorId, now: new Date() }, evidence.map(evidenceOf));
      return redirect(paths.measure(measureId));
    } catch (error) {
      return refuseMeasure(error, { measureId });
    }
  });
}

export default function AddEvidence() {
  const texts = useTexts();
  const t = texts.measures;
  const { evidence, offered } = useLoaderData<typeof loader>();
  const [first] = evidence;
  const items = evidence.map(({ before }) => before.item.key);
  const toNew = (
    <Link className="button" to={paths.newMeasure(first?.before.release.releaseId, ...items)}>
      {t.add.instead}
    </Link>
  );
  return (
    <>
      <PageHead
        title={t.add.title}
        subtitle={t.add.intro}
        trail={[{ to: paths.measures(), label: t.title }]}
        trailLabel={t.views.label}
      />
      {first ? null : <EmptyState title={t.add.noFinding} text={t.add.noFindingText} />}
      {first ? (
        <div className="beside">
          <div className="stack">
            {offered.length === 0 ? <EmptyState title={t.add.none} actions={toNew} /> : <ChooseMeasure />}
            <Have />
            {offered.length > 0 ? <p>{toNew}</p> : null}
          </div>
          <section className="stack--close" aria-label={t.form.evidence}>
            <h2>{t.form.evidence}</h2>
            {readingsOf(evidence).map((one) => (
              <EvidenceCard key={one.evidence.before.item.key} {...one} />
            ))}
          </section>
        </div>
      ) : null}
    </>
  );
}

function ChooseMeasure() {
  const texts = useTexts();
  const t = texts.measures;
  const locale = useLocale();
  const { evidence, offered } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const errors = measureErrors(texts, locale, refused?.faults);
  return (
    // What is wrong with the findings is said where they would go.
    <CheckedForm errors={{ measureId: errors.measureId ?? errors.evidence }}>
      {evidence.map(({ before: { release, item } }) => (
        <input key={item.key} type="hidden" name="evidence" value={`${release.releaseId} ${item.key}`} />
      ))}
      <ChoiceField
        type="radio"
        name="measureId"
        legend={t.add.which}
        options={offered.map(({ measureId, title, state }) => ({
          value: measureId,
          label: title,
          hint: t.states[state],
        }))}
        defaultChosen={refused ? [refused.typed.measureId] : []}
      />
      <div className="actions">
        <button type="submit" className="button button--primary">
          {t.add.save}
        </button>
      </div>
    </CheckedForm>
  );
}

function Have() {
  const t = useTexts().measures.add;
  const { have } = useLoaderData<typeof loader>();
  if (have.length === 0) return null;
  return (
    <section aria-label={t.have}>
      <p className="quiet">{t.have}</p>
      <ul className="plain-list">
        {have.map(({ measureId, title }) => (
          <li key={measureId}>
            <Link to={paths.measure(measureId)}>{title}</Link>
          </li>
        ))}
      </ul>
    </section>
  );
}

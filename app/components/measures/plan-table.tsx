import { Link } from "@remix-run/react";
import type { ListedMeasure } from "../../domain/measures/read-measures.server.ts";
import { paths } from "../../paths.ts";
import { TableScroll } from "../table/table-scroll.tsx";
import { useLocale, useReader, useTexts } from "../texts.ts";
import { daysInWords } from "./words.ts";

/** A line for each measure: when, what and why, who, for whom, at what cost, and how far it is. */
export function PlanTable({ measures, caption }: { measures: readonly ListedMeasure[]; caption: string }) {
  const { plan } = useTexts().measures;
  const heads = [plan.heads.days, plan.heads.title, plan.heads.responsible, plan.heads.audience, plan.heads.budget];
  return (
    <TableScroll label={caption}>
      <table className="data data--records plan-table">
        <caption>{caption}</caption>
        <thead>
          <tr>
            {[...heads, plan.heads.state].map((head) => (
              <th key={head} scope="col">
                {head}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {measures.map((measure) => (
            <Line key={measure.measureId} measure={measure} />
          ))}
        </tbody>
      </table>
    </TableScroll>
  );
}

function Line({ measure }: { measure: ListedMeasure }) {
  const texts = useTexts();
  const t = texts.measures;
  const { heads } = t.plan;
  const locale = useLocale();
  const read = useReader();
  return (
    <tr>
      <td data-label={heads.days} className="plan-table__days">
        {daysInWords(measure, texts, locale)}
      </td>
      <th scope="row">
        <Link to={paths.measure(measure.measureId)}>{measure.title}</Link>
        <span className="plan-table__more">{t.kinds[measure.kind]}</span>
        {measure.evidence.map(({ releaseId, item, label, wave }) => (
          <span className="plan-table__more" key={`${releaseId} ${item}`}>
            {`${t.form.evidence}: ${read(label)} (${wave})`}
          </span>
        ))}
      </th>
      <td data-label={heads.responsible}>{measure.responsible || t.nobody}</td>
      <td data-label={heads.audience}>{measure.audience || "–"}</td>
      <td data-label={heads.budget} className="plan-table__budget">
        {t.budgets[measure.budget]}
      </td>
      <td data-label={heads.state}>{t.states[measure.state]}</td>
    </tr>
  );
}

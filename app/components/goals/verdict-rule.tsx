import { useTexts } from "../texts.ts";
import { VerdictChip } from "./verdict-chip.tsx";
import { VERDICTS_IN_ORDER } from "./verdicts.ts";

/** How goals are judged, word by word. */
export function VerdictRule() {
  const t = useTexts().goals;
  return (
    <section className="card stack--close" aria-labelledby="goal-rule">
      <h2 id="goal-rule">{t.rule.title}</h2>
      <p>{t.rule.lead}</p>
      <dl className="facts">
        {VERDICTS_IN_ORDER.map((verdict) => (
          <div className="goal-rule__line" key={verdict}>
            <dt>
              <VerdictChip verdict={verdict}>{t.verdicts[verdict]}</VerdictChip>
            </dt>
            <dd>{t.rule[verdict]}</dd>
          </div>
        ))}
      </dl>
      <p className="quiet">{t.rule.unsure}</p>
      <p className="quiet">{t.rule.source}</p>
    </section>
  );
}

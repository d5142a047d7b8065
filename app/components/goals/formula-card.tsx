import type { FormulaWords } from "../../domain/goals/in-words.ts";
import { useTexts } from "../texts.ts";

/** How a goal's number is worked out, in words. */
export function FormulaCard({ formula }: { formula: FormulaWords }) {
  const t = useTexts().goals.formula;
  const { what, question, rows, questionnaire } = formula;
  return (
    <section className="card stack--close" aria-labelledby="goal-formula">
      <h2 id="goal-formula">{t.title}</h2>
      <dl className="facts">
        <dt>{t.heads.what}</dt>
        <dd>{what}</dd>
        {question ? (
          <>
            <dt>{t.heads.question}</dt>
            <dd>{question}</dd>
          </>
        ) : null}
        {rows.length > 0 ? (
          <>
            <dt>{rows.length > 1 ? t.heads.rows : t.heads.row}</dt>
            <dd>
              <ul className="plain-list">
                {rows.map((row) => (
                  <li key={row}>{row}</li>
                ))}
              </ul>
            </dd>
          </>
        ) : null}
        <dt>{t.heads.questionnaire}</dt>
        <dd>{questionnaire}</dd>
      </dl>
    </section>
  );
}

import { useTexts } from "../texts.ts";

/** By which rules the sentences of the overview are made. */
export function OverviewRules() {
  const t = useTexts().overview.rules;
  return (
    <details className="overview__wide overview__rules">
      <summary>{t.title}</summary>
      <ul>
        {t.points.map((point) => (
          <li key={point}>{point}</li>
        ))}
      </ul>
    </details>
  );
}

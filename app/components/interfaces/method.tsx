import { useTexts } from "../texts.ts";

/** The rules by which shares, order and sentence are made; `counted`: which answers count for each aspect. */
export function Method({ counted }: { counted: string[] }) {
  const t = useTexts().interfaces.method;
  return (
    <details className="figure__table">
      <summary>{t.title}</summary>
      <div className="prose">
        <ul>
          {counted.map((line) => (
            <li key={line}>{line}</li>
          ))}
        </ul>
        {[t.asked, t.order, t.sentence, t.chance].map((line) => (
          <p key={line}>{line}</p>
        ))}
      </div>
    </details>
  );
}

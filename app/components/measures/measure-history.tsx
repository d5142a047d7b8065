import type { MeasureState } from "../../domain/measures/measure.ts";
import type { ChangeInWords, MeasureEvent } from "../../domain/measures/read-measures.server.ts";
import { formatDate, formatTime } from "../../format.ts";
import { useLocale, useReader, useTexts } from "../texts.ts";

/** Texts that are too long for a line: what they said before stands behind a click. */
const LONG = ["why", "result"];

/** What became of a measure: each step with who took it and what changed, the latest first. */
export function MeasureHistory({ events }: { events: readonly MeasureEvent[] }) {
  const t = useTexts().measures.history;
  const locale = useLocale();
  const titleOf = useTitle();
  return (
    <section className="stack--close" aria-labelledby="measure-history">
      <h2 id="measure-history">{t.title}</h2>
      <ol className="plain-list history">
        {events.map((event, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: what happened stays in its place
          <li key={index}>
            <strong>{titleOf(event)}</strong>
            <p className="quiet">{t.line(formatDate(event.at, locale), formatTime(event.at, locale), event.actor)}</p>
            <Changes changes={event.changes.filter(({ field }) => field !== "state")} />
            <Moved evidence={event.evidence} />
          </li>
        ))}
      </ol>
    </section>
  );
}

function useTitle(): (event: MeasureEvent) => string {
  const t = useTexts().measures;
  return ({ state, changes }) => {
    const from = changes.find(({ field }) => field === "state")?.from as MeasureState | undefined;
    if (state && from) return t.history.step(t.states[from] ?? from, t.states[state] ?? state);
    if (state) return t.history.proposed;
    return t.history.changed(changes.map(({ field }) => t.fields[field] ?? field).join(", "));
  };
}

function Changes({ changes }: { changes: readonly ChangeInWords[] }) {
  const t = useTexts().measures;
  const write = useValue();
  const lines = changes.filter(({ field, from, to }) => from !== "" || (to !== "" && !LONG.includes(field)));
  if (lines.length === 0) return null;
  return (
    <ul className="plain-list">
      {lines.map(({ field, from, to }) => (
        <li key={field}>
          {LONG.includes(field) ? (
            <details>
              <summary>{t.history.before(t.fields[field] ?? field)}</summary>
              <p className="measure__text">{from}</p>
            </details>
          ) : (
            t.history.change(t.fields[field] ?? field, write(field, from), write(field, to))
          )}
        </li>
      ))}
    </ul>
  );
}

/** Which findings came to it, and which went. */
function Moved({ evidence }: Pick<MeasureEvent, "evidence">) {
  const t = useTexts().measures.history.evidence;
  const read = useReader();
  const all = (["added", "removed"] as const).flatMap((way) => evidence[way].map((one) => ({ ...one, way })));
  if (all.length === 0) return null;
  return (
    <ul className="plain-list">
      {all.map(({ way, releaseId, item, label, title, wave }) => (
        <li key={`${releaseId} ${item}`}>{t[way](read(label), `${read(title)} ${wave}`)}</li>
      ))}
    </ul>
  );
}

/** A value of a field in words. */
function useValue(): (field: string, value: string | null) => string {
  const t = useTexts().measures;
  const locale = useLocale();
  return (field, value) => {
    if (value === null) return t.history.gone;
    if (value === "") return t.history.empty;
    if (field === "kind") return t.kinds[value as keyof typeof t.kinds] ?? value;
    if (field === "budget") return t.budgets[value as keyof typeof t.budgets] ?? value;
    if (field === "starts_on" || field === "ends_on") return formatDate(value, locale, "short");
    return value;
  };
}

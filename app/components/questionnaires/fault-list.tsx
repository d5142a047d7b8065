import type { PlacedFault } from "../../domain/questionnaires/upload-draft.server.ts";
import { formatCount, textIn } from "../../format.ts";
import type { Locale, Texts } from "../../locales/index.ts";
import { useLocale, useTexts } from "../texts.ts";

const MOST_SHOWN = 60;

type FaultListProps = { faults: PlacedFault[]; severity: PlacedFault["severity"] };

/** Faults of a definition in words, those of one place together: where it is, what it is, what to do. */
export function FaultList({ faults, severity }: FaultListProps) {
  const t = useTexts();
  const locale = useLocale();
  const own = faults.filter((fault) => fault.severity === severity);
  // The same fault in many places is said once.
  const groups = [...Map.groupBy(own, (fault) => wordsOf(fault, t, locale))].slice(0, MOST_SHOWN);
  return (
    <ul className="plain-list fault-list">
      {groups.map(([words, same]) => (
        <li key={words} className="fault">
          <p>{words}</p>
          <FaultPlaces faults={same} />
        </li>
      ))}
    </ul>
  );
}

const MOST_PLACES = 8;

function FaultPlaces({ faults }: { faults: PlacedFault[] }) {
  const t = useTexts();
  const locale = useLocale();
  const more = faults.length - MOST_PLACES;
  return (
    <ul className="plain-list fault__places">
      {faults.slice(0, MOST_PLACES).map((fault, i) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: one path may have the same fault twice, and the list never changes
        <li key={`${fault.path} ${i}`}>
          {placeOf(fault, t, locale)} {fault.path ? <code className="fault__path">{fault.path}</code> : null}
        </li>
      ))}
      {more > 0 ? <li>{t.definitionFaults.more(formatCount(more, locale))}</li> : null}
    </ul>
  );
}

function wordsOf({ code, detail = {} }: PlacedFault, t: Texts, locale: Locale): string {
  const text = t.definitionFaults.texts[code];
  if (text === undefined) return t.definitionFaults.other(code);
  if (typeof text === "string") return text;
  const shown = Object.entries(detail).map(([name, value]) => [
    name,
    typeof value === "number" ? formatCount(value, locale) : value,
  ]);
  return text(Object.fromEntries(shown));
}

/** The page and the question, as people know them; in a file that is no JSON, the line. */
function placeOf({ code, place, detail = {} }: PlacedFault, t: Texts, locale: Locale): string {
  const words = t.definitionFaults;
  if (code === "invalid-json") return placeInText(String(detail.message ?? ""), t, locale);
  const parts = [
    place.page ? words.page(formatCount(place.page.number, locale), textIn(place.page.title, locale)) : "",
    place.question ? words.question(textIn(place.question.title, locale)) : "",
  ].filter(Boolean);
  return parts.length > 0 ? parts.join(", ") : words.whole;
}

/** What JavaScript says about broken JSON has a line, an excerpt, or neither. */
function placeInText(message: string, t: Texts, locale: Locale): string {
  const words = t.definitionFaults;
  const line = /line (\d+) column (\d+)/.exec(message);
  if (line) return words.at(formatCount(Number(line[1]), locale), formatCount(Number(line[2]), locale));
  const excerpt = /(?:\.\.\.)?"[\s\S]*(?=is not valid JSON)/.exec(message)?.[0].trim();
  if (excerpt) return words.near(excerpt);
  return /end of JSON/.test(message) ? words.end : words.whole;
}

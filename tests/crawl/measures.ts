import type { Db } from "#db/client.server.ts";
import { numbersIn } from "./check-page.ts";
import { placeOf, type Released } from "./released.ts";

type Row = Record<string, unknown>;
type Counts = { base: number; counts: { code: string; rank: number | null; n: number }[] };

/** The declared other source: what the steering group typed about its measures, with days, states and who took which step. */
export type Measures = {
  /** whole rows by id, so that numbers are compared with those of the very measure */
  rows: Map<string, Row>;
  /** every text that pages may send of them */
  texts: Set<string>;
  /** every number that pages may show of them */
  numbers: Set<string>;
  evidence: { measure_id: string; release_id: string; item: string }[];
};

const TENTHS = new Intl.NumberFormat("de-DE", { minimumFractionDigits: 1, maximumFractionDigits: 1 });
const BERLIN = { timeZone: "Europe/Berlin" } as const;

export async function readMeasureSource(db: Db): Promise<Measures> {
  const rows = await db.selectFrom("measure").selectAll().execute();
  const events = await db.selectFrom("measure_event").selectAll().execute();
  const evidence = await db.selectFrom("measure_evidence").selectAll().execute();
  const people = await db.selectFrom("account").select("name").execute();
  // Rounds whose participants are asked about trainings are offered by their names, released or not.
  const rounds = await db.selectFrom("round").select(["title", "wave"]).execute();
  const years = [...rows, { starts_on: new Date().toISOString(), ends_on: null }].flatMap(({ starts_on, ends_on }) => {
    const [from, until] = [starts_on ?? ends_on, ends_on ?? starts_on].map((day) => Number(day?.slice(0, 4)));
    return from && until ? Array.from({ length: until - from + 1 }, (_, i) => String(from + i)) : [];
  });
  const texts = new Set([...stringsIn([rows, events, people, rounds]), ...years]);
  const days = [...texts].filter((one) => /^\d{4}-\d\d-\d\d/.test(one)).flatMap(daysInWords);
  const counted = Array.from({ length: rows.length + 1 }, (_, n) => String(n));
  const numbers = new Set([...texts, ...days, ...counted].flatMap(numbersIn));
  return { rows: new Map(rows.map((row) => [row.measure_id, row])), texts, numbers, evidence };
}

/** A day as pages write it, with the time of day where it is a moment. */
function daysInWords(day: string): string[] {
  const at = new Date(day);
  const short = at.toLocaleDateString("de-DE", { day: "2-digit", month: "2-digit", year: "numeric", ...BERLIN });
  return [
    short,
    ...(["long", "medium"] as const).map((dateStyle) =>
      at.toLocaleString("de-DE", { dateStyle, timeStyle: "short", ...BERLIN }),
    ),
  ];
}

/** Every number that a page may say of an item as it stands in a release: bases, means, shares, mean places, and its ends. */
function numbersOfItem({ items, figures }: Released, key: string): string[] {
  const item = items.find((one) => one.item === key);
  const total = figures.get(placeOf(key, "total", "all")) as Counts | undefined;
  if (!item || !total) return [];
  const n = (code: string) => total.counts.reduce((sum, one) => sum + (one.code === code ? one.n : 0), 0);
  const steps = item.codes.flatMap((code) =>
    "missing" in code || code.number === undefined ? [] : { at: code.number, n: n(code.code) },
  );
  const answers = steps.reduce((sum, step) => sum + step.n, 0);
  const mean = steps.reduce((sum, step) => sum + step.n * step.at, 0) / answers;
  const ends = [Math.min(...steps.map(({ at }) => at)), Math.max(...steps.map(({ at }) => at))] as const;
  const places = item.codes.flatMap(({ code }) => {
    const ranked = total.counts.filter((one) => one.code === code && one.rank !== null);
    const all = ranked.reduce((sum, one) => sum + one.n, 0);
    return all > 0 ? TENTHS.format(ranked.reduce((sum, one) => sum + one.n * Number(one.rank), 0) / all) : [];
  });
  const shares = item.codes.map(({ code }) => Math.round((100 * n(code)) / total.base));
  // Where the drawing puts marks: from 2 to 98 per cent of its width.
  const marks = [mean, ...steps.map(({ at }) => at)].map((at) =>
    Math.round(2 + (96 * (at - ends[0])) / (ends[1] - ends[0])),
  );
  const words = JSON.stringify([item.title, item.label, item.codes]);
  const near = [mean - 1e-9, mean + 1e-9].map((one) => TENTHS.format(one));
  return [...numbersIn(words), ...near, ...places, ...[total.base, answers, ...shares, ...marks, ...ends].map(String)];
}

/** What the drawing of two means has besides: the ends of its line, its heights and the size of its marks. */
const DRAWING = ["2", "98", "50", "35", "65", "6", "7"];

/** How long texts of a measure may be, as its form says. */
const FORM = ["200", "500", "4.000"];

/** Beside a measure, and beside the form of a new one, stand the figures for whose sake it is, and what participants said. */
export function numbersBeside(
  { rows, evidence }: Measures,
  releases: ReadonlyMap<string, Released>,
  at: string,
): string[] {
  const { pathname, searchParams } = new URL(at, "http://x");
  const id = /^\/massnahmen\/([0-9a-f-]{36})/.exec(pathname)?.[1];
  const asked = searchParams
    .getAll("merkmal")
    .map((item) => ({ release_id: searchParams.get("auswertung") ?? "", item }));
  const named = id ? evidence.filter(({ measure_id }) => measure_id === id) : asked;
  const all = [...releases.values()];
  const found = named.flatMap(({ release_id, item }) => {
    const questionnaire = releases.get(release_id)?.release.questionnaire;
    return all
      .filter(({ release }) => release.questionnaire === questionnaire)
      .flatMap((one) => numbersOfItem(one, item));
  });
  const round = rows.get(id ?? "")?.round_id;
  const rated = all.filter(({ release }) => round && release.round_id === round);
  const said = rated.flatMap((one) =>
    one.items
      .filter(({ question }) => /^re(_gesamt)?$/.test(String(question)))
      .flatMap(({ item }) => numbersOfItem(one, item)),
  );
  const form = /^\/massnahmen\/(neu|[0-9a-f-]{36}\/bearbeiten)$/.test(pathname) ? FORM : [];
  return found.length > 0 ? [...found, ...said, ...DRAWING, ...form] : [...said, ...form];
}

function stringsIn(value: unknown): string[] {
  if (typeof value === "string") return [value];
  if (value instanceof Date) return [value.toISOString()];
  return typeof value === "object" && value !== null ? Object.values(value).flatMap(stringsIn) : [];
}

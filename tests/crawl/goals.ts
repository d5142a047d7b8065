import { sql } from "kysely";
import type { Db } from "#db/client.server.ts";
import { numbersIn } from "./check-page.ts";
import { derivedNumbers } from "./derived.ts";
import { placeOf, type Released } from "./released.ts";

/** A version of a goal as its table holds it: a source of its own, beside the releases. */
type Row = Record<string, unknown> & {
  goal_id: string;
  number: number;
  formula: { kind: string; questionnaire: string; items?: string[]; codes?: string[]; least?: number };
  target: number;
  due: string;
  at: Date;
};

export async function readGoalRows(db: Db): Promise<Row[]> {
  const { rows } = await sql<Row>`
    select goal_version.*, account.name as author
    from goal_version join goal using (goal_id) left join account on account.account_id = goal_version.by
    order by goal.position, goal_version.number desc`.execute(db);
  return rows;
}

const SENT = "number theme title sentence formula measured direction target due ended reason at author".split(" ");

/** Takes the goals out of what a page of goals sent; says where they are not the rows of the table, field by field. */
export function takeGoals(routes: Record<string, unknown>, rows: readonly Row[]): string[] {
  return Object.keys(routes)
    .filter((route) => route.startsWith("routes/goals/") || route === "routes/overview")
    .flatMap((route) => {
      const sent = routes[route] as Record<string, unknown> & { data?: Record<string, unknown> };
      const part = sent.data ?? sent;
      const goals = [part.goals ?? part.goal ?? []].flat() as (Record<string, unknown> & { before: unknown[] })[];
      delete part.goals;
      delete part.goal;
      return goals.flatMap(({ goalId, before, ...newest }) => {
        const own = rows.filter((row) => row.goal_id === goalId);
        const expected = own.map((row) => Object.fromEntries(SENT.map((name) => [name, row[name]])));
        return plain([newest, ...before]) === plain(expected) ? [] : [`${route}: goal ${goalId} is not as it is kept`];
      });
    });
}

/** As JSON, whatever the order of the names. */
const plain = (value: unknown): string =>
  JSON.stringify(value, (_, one) =>
    typeof one === "object" && one !== null && !Array.isArray(one)
      ? Object.fromEntries(Object.entries(one).sort(([a], [b]) => (a < b ? -1 : 1)))
      : one,
  );

type Wave = { at: number; value: number; shown: number[]; bases: number[] };

const isFinal = ({ release }: Released) => release.kind === "final";

/** What a goal gives in each release of its questionnaire, in the order of time, worked out here by other words. */
function wavesOf({ formula }: Row, releases: Iterable<Released>): Wave[] {
  const own = [...releases].filter((one) => isFinal(one) && one.release.questionnaire === formula.questionnaire);
  const waves = own.flatMap((released): Wave[] => {
    const { invited, submitted, closed_at } = released.release as unknown as Record<string, number> & {
      closed_at: Date;
    };
    const at = closed_at.getTime();
    if (formula.kind === "returns") {
      return invited
        ? [{ at, value: Number(submitted) / invited, shown: [], bases: [Number(submitted), invited] }]
        : [];
    }
    const asked = (formula.items ?? []).flatMap((key) => {
      const item = released.items.find((one) => one.item === key);
      const figure = released.figures.get(placeOf(key, "total", "all"));
      return item && figure && Number(figure.base) > 0 ? [{ item, figure: figure as never as Figure }] : [];
    });
    const n = (one: (typeof asked)[number], codes: readonly string[]) =>
      one.figure.counts.filter(({ code }) => codes.includes(code)).reduce((all, count) => all + count.n, 0);
    const valid = ({ item }: (typeof asked)[number]) => item.codes.filter((code) => !("missing" in code));
    const [first] = asked;
    if (!first) return [];
    const codes =
      formula.codes ??
      valid(first)
        .slice(valid(first).length >= 4 ? -2 : -1)
        .map(({ code }) => code);
    const shares = asked.map((one) => n(one, codes) / one.figure.base);
    const means = asked.map(
      (one) => valid(one).reduce((all, { code, number = 0 }) => all + number * n(one, [code]), 0) / one.figure.base,
    );
    const reached = shares.filter((share) => share >= (formula.least ?? 0)).length;
    const mean = means.reduce((all, one) => all + one, 0) / means.length;
    const value = formula.kind === "mean" ? mean : formula.kind === "rows" ? reached : (shares[0] as number);
    const summed = { ...first.figure, breakdown: "total", counts: [{ code: "", rank: null, n: n(first, codes) }] };
    const ends =
      formula.kind === "share" || formula.kind === "top" ? derivedNumbers(summed as never, first.item, released) : [];
    return [
      {
        at,
        value,
        shown: ends,
        bases: [n(first, codes), asked.length, reached, ...asked.map(({ figure }) => Number(figure.base))],
      },
    ];
  });
  return waves.sort((a, b) => a.at - b.at);
}

type Figure = { base: number; counts: { code: string; rank: number | null; n: number }[] };

const tenths = new Intl.NumberFormat("de-DE", { minimumFractionDigits: 1, maximumFractionDigits: 1 });
const dayInWords = (day: Date) =>
  new Intl.DateTimeFormat("de-DE", { dateStyle: "long", timeZone: "Europe/Berlin" }).format(day);
const endOf = (due: string) => Date.parse(`${due}T23:59:59Z`);

/** Where the straight line is at each wave. */
const lineOf = ({ target, due }: Row, waves: readonly Wave[]): number[] => {
  const [first] = waves;
  return waves.map(({ at }) => {
    const along = first ? Math.min(1, (at - first.at) / (endOf(due) - first.at)) : 1;
    return (first?.value ?? 0) * (1 - along) + target * along;
  });
};

/** Every number that the pages about goals may show. */
export function numbersOfGoals(rows: readonly Row[], releases: ReadonlyMap<string, Released>): Set<string> {
  const current = new Map(rows.toReversed().map((row) => [row.goal_id, row]));
  const told = rows.flatMap((row) => [
    ...["title", "sentence", "measured", "reason"].map((name) => JSON.stringify(row[name] ?? "")),
    ...inUnits(row, row.formula.least ?? row.target),
    ...inUnits(row, row.target),
    ...[row.due, dayInWords(new Date(`${row.due}T12:00:00Z`)), dayInWords(row.at)],
  ]);
  const worked = [...current.values()].flatMap((row) => {
    const waves = wavesOf(row, releases.values());
    const values = [...waves.flatMap(({ value, shown }) => [value, ...shown]), ...lineOf(row, waves)];
    const days = waves.map(({ at }) => dayInWords(new Date(at)));
    return [
      ...values.flatMap((value) => inUnits(row, value)),
      ...waves.flatMap(({ bases }) => bases.map(String)),
      ...days,
    ];
  });
  const counts = Array.from({ length: current.size + 1 }, (_, n) => String(n));
  return new Set([...told, ...worked, ...counts].flatMap(numbersIn));
}

/** As a reader sees it; what lies just between two may be rounded either way. */
function inUnits({ formula }: Row, value: number): string[] {
  const near = [value - 1e-9, value + 1e-9];
  if (formula.kind === "mean") return near.map((one) => tenths.format(one));
  const least = formula.kind === "rows" ? near.flatMap((one) => [tenths.format(one), String(Math.round(one))]) : [];
  return [...least, ...near.map((one) => String(Math.round(one * 100)))];
}

/** Every number that the file of all goals may hold, to six digits. */
export function numbersOfGoalFile(rows: readonly Row[], releases: ReadonlyMap<string, Released>): Set<string> {
  const current = new Map(rows.toReversed().map((row) => [row.goal_id, row]));
  const numbers = [...current.values()].flatMap((row) => {
    const waves = wavesOf(row, releases.values());
    return [
      row.target,
      ...lineOf(row, waves),
      ...waves.flatMap(({ value, shown, bases }) => [value, ...shown, ...bases]),
    ];
  });
  return new Set(numbers.map((one) => String(Math.round(one * 1e6) / 1e6)));
}

import { derivedNumbers } from "./derived.ts";
import { placeOf, type Released } from "./released.ts";

type Count = { code: string; rank: number | null; n: number };
type Figure = Record<string, unknown> & {
  base: number;
  unanswered: number;
  respondents: number | null;
  counts: Count[];
};

const german = (digits: number, least = digits) =>
  new Intl.NumberFormat("de-DE", { minimumFractionDigits: least, maximumFractionDigits: digits });
const [WHOLE, TENTHS, HUNDREDTHS] = [german(0), german(1), german(2, 0)];

/** Numbers as a reader sees them: "12", "3,4", "1.200". */
export const numbersIn = (text: string): string[] => text.match(/\d+(?:[.,]\d+)*/g) ?? [];

/** Attributes that hold neither words nor figures: names of things in the page, addresses of scripts. */
const SILENT =
  /^(id|for|class|href|src|action|rel|name|nonce|integrity|crossorigin|viewbox|d|aria-(labelledby|describedby|controls)|tabindex|charset|colspan)$/i;
/** Random ids, as hidden fields of forms have them, are no figures. */
const IDS = /\b[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}\b/g;
const COLOUR_STEP = /--(?:div|seq)-[1-5]$/;

/** The text of a piece of a page with the words of its attributes: labels, titles, values, sizes. Scripts are read elsewhere. */
export function wordsOf(html: string): { words: string; styles: string[] } {
  const styles: string[] = [];
  const bare = html.replace(/<(script|style)\b.*?<\/\1>/gs, " ").replace(/<!--.*?-->/gs, "");
  const words = bare.replace(/<([a-z0-9-]*)((?:[^>"]|"[^"]*")*)>/gi, (_, tag: string, attributes: string) => {
    const said = [...attributes.matchAll(/([\w:-]+)="([^"]*)"/g)].flatMap(([, name = "", value = ""]) => {
      if (name === "style") styles.push(value);
      const steps = name === "class" ? value.split(" ").filter((one) => /\d/.test(one) && !COLOUR_STEP.test(one)) : [];
      return name === "style" || SILENT.test(name) || (tag === "meta" && name === "content") ? steps : [value];
    });
    return ` ${said.join(" ")} `;
  });
  return {
    words: words
      .replace(IDS, " ")
      .replace(/&#x([0-9a-f]+);/gi, " ")
      .replace(/&\w+;/g, " "),
    styles,
  };
}

/** The page in pieces: what stands before the first question, each question, and what follows. */
export function piecesOf(html: string): { id: string; html: string }[] {
  const starts = [...html.matchAll(/<[a-z0-9]+ [^>]*(?:id|aria-labelledby)="(frage-\d+|herunterladen|anhang)"[^>]*>/g)]
    .filter(([tag]) => / id="frage-|<section[^>]*(id="herunterladen"|aria-labelledby="anhang")/.test(tag))
    .map((found) => ({ id: found[1] ?? "", at: found.index }));
  const edges = [{ id: "", at: 0 }, ...starts];
  return edges.map(({ id, at }, i) => ({ id, html: html.slice(at, edges[i + 1]?.at) }));
}

/** Every number that the figures of one question may show, with one breakdown or none, and its words. */
export function numbersOfQuestion(released: Released, question: string, breakdown: string | undefined): Set<string> {
  const items = released.items.filter((one) => one.question === question);
  const groups = released.groups.filter((row) => row.breakdown === "total" || row.breakdown === breakdown);
  const figures = items.map(({ item }) =>
    groups.flatMap(
      (row) => (released.figures.get(placeOf(item, row.breakdown, row.group_code)) as Figure | undefined) ?? [],
    ),
  );
  const words = JSON.stringify([
    items.map(({ title, label, codes }) => [title, label, codes]),
    groups.map(({ label }) => label),
  ]);
  const allowed = new Set([...numbersIn(words), ...RULE_WORDS(released)]);
  const add = (...texts: string[]) => {
    for (const text of texts) for (const number of numbersIn(text)) allowed.add(number);
  };
  for (const [i, item] of items.entries()) {
    for (const figure of figures[i] ?? []) {
      for (const text of numbersOfFigure(figure, item)) add(text);
      for (const one of derivedNumbers(figure, item, released)) {
        add(WHOLE.format(Math.round(Math.abs(one) * 100 + 1e-9)), TENTHS.format(one));
      }
    }
    for (const place of item.codes.keys()) add(String(place + 1));
  }
  // Who is not counted is said for the rows of a matrix together that have the same answers with the same meaning.
  const ends = Map.groupBy(items, ({ polarity, codes }) => JSON.stringify([polarity, codes.filter(isValid)])).values();
  for (const own of ends) {
    const totals = own.flatMap(
      ({ item }) => (released.figures.get(placeOf(item, "total", "all")) as Figure | undefined) ?? [],
    );
    add(WHOLE.format(totals.reduce((sum, { unanswered }) => sum + unanswered, 0)));
    const missing = new Set(own.flatMap(({ codes }) => codes.flatMap((one) => ("missing" in one ? [one.code] : []))));
    for (const code of missing) add(WHOLE.format(totals.reduce((sum, figure) => sum + countOf(figure, code), 0)));
  }
  return allowed;
}

const isValid = (code: object) => !("missing" in code);

const countOf = ({ counts }: Figure, code: string) =>
  counts.reduce((sum, one) => sum + (one.code === code ? one.n : 0), 0);

/** Counts, shares in whole per cent, statistics with one digit or two, mean places, and the share of the scale's upper end. */
function numbersOfFigure(figure: Figure, item: Released["items"][number]): string[] {
  const { base, unanswered, respondents, counts } = figure;
  const percent = (n: number) => String(base > 0 ? Math.round((100 * n) / base) : 0);
  const codes = [...new Set([...item.codes.map(({ code }) => code), ...counts.map(({ code }) => code)])];
  const valid = item.codes.filter((one) => isValid(one)).map(({ code }) => code);
  const top = valid.slice(valid.length >= 4 ? -2 : -1).reduce((sum, code) => sum + countOf(figure, code), 0);
  const places = codes.flatMap((code) => {
    const ranked = counts.filter((one) => one.code === code && one.rank !== null);
    const n = ranked.reduce((sum, one) => sum + one.n, 0);
    return n > 0 ? [TENTHS.format(ranked.reduce((sum, one) => sum + Number(one.rank) * one.n, 0) / n)] : [];
  });
  const statistics = (["mean", "sd", "q1", "median", "q3"] as const).flatMap((name) => {
    const value = figure[name];
    return typeof value === "number" ? [TENTHS.format(value), HUNDREDTHS.format(value)] : [];
  });
  const sums = codes.map((code) => countOf(figure, code));
  const all = [0, base, unanswered, respondents ?? base, top, ...sums, ...counts.map(({ n }) => n)];
  const shares = [top, ...sums, ...counts.map(({ n }) => n)].map(percent);
  return [...all.map((n) => WHOLE.format(n)), ...shares, ...places, ...statistics];
}

/** "auf Vielfache von 3": said under every figure that is rounded. */
const RULE_WORDS = ({ release }: Released) => [String((release.rule as { multiple?: number }).multiple ?? "")];

/** What the head, the chooser and the method of a release may say: its own row, and the sizes of its groups. */
export function numbersOfHead({ release, groups, items }: Released): Set<string> {
  const days = [release.made_at, release.closed_at].flatMap((day) =>
    (["long", "medium"] as const).map((dateStyle) =>
      new Intl.DateTimeFormat("de-DE", { dateStyle, timeZone: "Europe/Berlin" }).format(day as Date),
    ),
  );
  const { invited, submitted } = release as unknown as { invited: number | null; submitted: number };
  const share = invited ? [Math.round((100 * submitted) / invited)] : [];
  const facts = [
    release.number,
    release.version,
    release.method,
    release.wave,
    release.checksum,
    invited,
    submitted,
    ...share,
  ];
  const words = JSON.stringify([
    ...[
      days,
      facts.join(" "),
      release.title,
      release.rule,
      groups.map(({ label, breakdown_label, n }) => [label, breakdown_label, n]),
    ],
    ...items.map(({ title, label, codes }) => [title, label, codes]),
  ]);
  return new Set(numbersIn(words));
}

import type { ItemFigures, ReportBlock, ReportItem } from "#app/domain/figures.ts";
import type { OwnLine, OwnPage } from "#app/domain/mirror/own-answers.ts";
import type { Text } from "#surveys/model.ts";

/** A project's own answers beside what a release says of everybody's. Pure. */

/** An own answer with the released item; `hidden` where too few answered for any figure, both false and undefined where it is not released. */
export type MirrorRow = { line: OwnLine; item: ReportItem | undefined; isHidden: boolean };
export type MirrorQuestion = { asked: string; title: Text; rows: MirrorRow[] };
export type MirrorPage = { name: string; title: Text; questions: MirrorQuestion[] };

/** Puts the released items beside the own answers. `hidden`: keys of items whose total may not be shown. */
export function besideReleased(
  pages: readonly OwnPage[],
  blocks: readonly ReportBlock[],
  hidden: readonly string[],
): MirrorPage[] {
  const items = new Map(blocks.flatMap((block) => block.items.map((item) => [item.key, item] as const)));
  return pages.map(({ questions, ...page }) => ({
    ...page,
    questions: questions.map(({ lines, ...question }) => ({
      ...question,
      rows: lines.map((line) => ({ line, item: items.get(line.item), isHidden: hidden.includes(line.item) })),
    })),
  }));
}

/** Under this code a release counts what its definition does not list: names of projects, words of one's own. */
const UNLISTED = "-unlisted";

/** The own answer in the codes under which the release counts it. */
export function countedCodes(item: ReportItem, line: OwnLine): string[] {
  const listed = new Set(item.codes.map(({ code }) => code));
  const counted = line.codes.map((code) => (listed.has(code) ? code : UNLISTED)).filter((code) => listed.has(code));
  return [...new Set(counted)];
}

/** How many gave a code in a group, whatever its place in a ranking. */
function givenBy({ counts }: ItemFigures, code: string): number {
  return counts.reduce((sum, one) => sum + (one.code === code ? one.n : 0), 0);
}

/** How many of whom gave the same answer; `isMissing`: "don't know" and its like, which stand beside the base. */
export type Same = { n: number; base: number; isMissing: boolean };

/** Of items with one answer per project; null of all others, and where the project gave none or figures are not there. */
export function sameAnswer(
  { line, item }: Pick<MirrorRow, "line" | "item">,
  figures: ItemFigures | undefined,
): Same | null {
  if (!item || !figures || figures.respondents !== null || !isSingle(item)) return null;
  const [code, ...more] = countedCodes(item, line);
  if (code === undefined || more.length > 0 || code === UNLISTED) return null;
  const isMissing = item.codes.some((one) => one.code === code && one.missing === true);
  return { n: givenBy(figures, code), base: figures.base, isMissing };
}

const isSingle = ({ scale }: ReportItem): boolean => scale === "choice" || scale === "ordinal" || scale === "number";

export const totalOf = (item: ReportItem | undefined): ItemFigures | undefined => item?.figures[0];

/** `section`: index of the page on which it was asked */
export type Compared = MirrorRow & { section: number; question: MirrorQuestion; share: number; same: Same };

type Highlights = {
  /** items with one valid answer per project, and how many of them the project answered as most others did */
  compared: number;
  common: number;
  /** what fewest of the others said too, and what most did: the outermost first */
  rare: Compared[];
  shared: Compared[];
};

/** So many are named of each kind. */
const NAMED = 3;
/** From which share on an answer is one that many gave, and below which one that few did. */
const MANY = 0.5;
const FEW = 0.25;

/** Where the project answers like many and where like few, by the share of those who gave the same answer. */
export function highlightsOf(pages: readonly MirrorPage[]): Highlights {
  const all = pages.flatMap(({ questions }, section) =>
    questions.flatMap((question) =>
      question.rows.flatMap((row): Compared[] => {
        const same = sameAnswer(row, totalOf(row.item));
        return same && !same.isMissing && same.base > 0
          ? [{ ...row, section, question, same, share: same.n / same.base }]
          : [];
      }),
    ),
  );
  const byShare = all.toSorted((a, b) => a.share - b.share);
  return {
    compared: all.length,
    common: all.filter(isMostCommon).length,
    rare: byShare.filter(({ share }) => share <= FEW).slice(0, NAMED),
    shared: byShare
      .toReversed()
      .filter(({ share }) => share >= MANY)
      .slice(0, NAMED),
  };
}

/** True where no valid answer was given more often. */
function isMostCommon({ item, same }: Compared): boolean {
  const figures = totalOf(item);
  if (!item || !figures) return false;
  return item.codes.every(({ code, missing }) => missing === true || givenBy(figures, code) <= same.n);
}

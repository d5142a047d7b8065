import type { Breakdown } from "../../domain/figures.ts";
import { formatCount } from "../../format.ts";
import { useWriting } from "../answer-sheet.tsx";
import { groupsOf, totalOf } from "../charts/figure-model.ts";
import { useLocale, useTexts } from "../texts.ts";
import { type MirrorRow, type Same, sameAnswer } from "./compare.ts";

/** What the project answered, in words. */
export function useAnswer(): (values: MirrorRow["line"]["values"]) => string {
  const t = useTexts().mirror;
  const write = useWriting();
  return (values) => values.map(write).join(", ") || t.unanswered;
}

/** "Sie: wenig gedeckt · 2025/1 ebenso" */
export function OwnAnswer({ row: { line }, lastWave }: { row: MirrorRow; lastWave: string | null }) {
  const t = useTexts().mirror;
  const write = useAnswer();
  const { last } = line;
  const then =
    last && lastWave ? (last.isSame ? t.last.same(lastWave) : t.last.other(lastWave, write(last.values))) : null;
  return (
    <p className="mirror-row__own">
      {t.you}: <strong>{write(line.values)}</strong> {then ? <span className="mirror-row__last">{then}</span> : null}
    </p>
  );
}

/** "34 von 60 Projekten antworten so. In Ihrer Gruppe etwa 9 von 15." Nothing where answers cannot be counted so. */
export function SameSentence({ row, breakdown }: { row: MirrorRow; breakdown: Breakdown | null }) {
  const say = useSame();
  const { item } = row;
  if (!item) return null;
  const total = say(sameAnswer(row, totalOf(item)), row);
  const own = breakdown && !item.withheld ? groupsOf(item, breakdown)[0]?.figures : undefined;
  return (
    <p className="quiet">
      {total} <InGroup same={sameAnswer(row, own)} />
    </p>
  );
}

function InGroup({ same }: { same: Same | null }) {
  const t = useTexts().mirror;
  const locale = useLocale();
  if (!same || same.isMissing || same.base === 0) return null;
  return t.sameInGroup(formatCount(same.n, locale), formatCount(same.base, locale));
}

/** How many gave the same answer, as a sentence. */
export function useSame(): (same: Same | null, row: Pick<MirrorRow, "item">) => string {
  const t = useTexts().mirror;
  const locale = useLocale();
  const count = (n: number) => formatCount(n, locale);
  return (same, { item }) => {
    if (!same) return t.networkUnanswered(count((item && totalOf(item)?.base) ?? 0));
    if (same.isMissing) return t.sameMissing(same.n, count(same.n));
    return same.n === 0 ? t.sameNobody(count(same.base)) : t.same(same.n, count(same.n), count(same.base));
  };
}

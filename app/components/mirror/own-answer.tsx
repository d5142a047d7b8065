import { useContext } from "react";
import type { Breakdown } from "../../domain/figures.ts";
import { formatCount } from "../../format.ts";
import { useWriting } from "../answer-sheet.tsx";
import { groupsOf, totalOf } from "../charts/figure-model.ts";
import { useLocale, useTexts } from "../texts.ts";
import { type MirrorRow, type Same, sameAnswer } from "./compare.ts";
import { ProtectedContext } from "./protected.ts";

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
  const everybody = totalOf(item);
  const total = say(sameAnswer(row, everybody), everybody?.base ?? 0);
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
  return t.sameInGroup(same.n, formatCount(same.n, locale), formatCount(same.base, locale));
}

/**
 * How many gave the same answer, as a sentence; "etwa" where the total is protected. `valid`: how many answers there are, of
 * which to tell where none is the own.
 */
export function useSame(): (same: Same | null, valid?: number) => string {
  const t = useTexts().mirror;
  const locale = useLocale();
  const isProtected = useContext(ProtectedContext);
  const count = (n: number) => formatCount(n, locale);
  const about = (n: number) => (isProtected ? t.about(count(n)) : count(n));
  return (same, valid = 0) => {
    if (!same) return t.networkUnanswered(about(valid));
    const [n, base] = [count(same.n), count(same.base)];
    if (same.isMissing) return isProtected ? t.sameMissingAbout(n) : t.sameMissing(same.n, n);
    if (same.n === 0) return t.sameNobody(base);
    return isProtected ? t.sameAbout(n, base) : t.same(same.n, n, base);
  };
}

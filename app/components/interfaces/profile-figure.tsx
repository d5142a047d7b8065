import { lazy, type ReactNode } from "react";
import type { ProfileLine } from "../../domain/interfaces/profile.ts";
import type { Interface } from "../../domain/interfaces/rank-interfaces.ts";
import { quote } from "../../format.ts";
import { type ChartHeight, ChartSlot } from "../charts/chart-slot.tsx";
import { ColourKey } from "../charts/colour-key.tsx";
import { useLocale, useReader, useTexts } from "../texts.ts";

const ProfileChart = lazy(() => import("../charts/profile-chart.tsx"));

const HEIGHT = { wide: 300, narrow: 340 };

type ProfileFigureProps = {
  field: Interface;
  lines: readonly ProfileLine[];
  /** undefined where nothing can be compared */
  sentence: string | undefined;
  names: ProfileNames;
  height?: ChartHeight;
  /** below the sentence */
  children?: ReactNode;
};

/** What the lines are called; without a wave before, where nothing of it may be compared. */
export type ProfileNames = { own: string; average: string; before?: string };

export function useProfileNames(
  field: Interface,
  lines: readonly ProfileLine[],
  wave: string | undefined,
): ProfileNames {
  const t = useTexts().interfaces.profile;
  const own = useReader()(field.label);
  const hasBefore = wave !== undefined && lines.some((line) => line.before);
  return { own, average: t.average, ...(hasBefore && { before: t.wave(wave) }) };
}

/** One field: its five points as a line beside the mean of all fields and the wave before. */
export function ProfileFigure({ field, lines, sentence, names, height = HEIGHT, children }: ProfileFigureProps) {
  const t = useTexts().interfaces;
  const locale = useLocale();
  const name = useReader()(field.label);
  const colours = [
    { label: names.own, fill: "var(--accent)" },
    { label: t.profile.dashed(names.average), fill: "var(--ink-2)" },
    ...(names.before ? [{ label: t.profile.dotted(names.before), fill: "var(--div-4)" }] : []),
  ];
  const title = t.profile.title(name);
  return (
    <>
      <h2 className="figure__title" id="interfaces-profile">
        {title}
      </h2>
      <p className="sentence sentence--small figure__sentence">{sentence ?? t.profile.nothing}</p>
      {children}
      <ColourKey entries={colours} />
      <ChartSlot height={height} label={t.profile.chart(quote(name, locale))} picture={{ title, locale, colours }}>
        {(size) => (
          <ProfileChart
            size={size}
            locale={locale}
            names={names}
            rows={lines.map(({ aspect, own, average, before: earlier }) => ({
              label: t.aspects[aspect],
              own: own && own.n / own.base,
              average,
              before: earlier && earlier.n / earlier.base,
            }))}
          />
        )}
      </ChartSlot>
    </>
  );
}

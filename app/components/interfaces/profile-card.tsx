import { lazy } from "react";
import type { ProfileLine } from "../../domain/interfaces/profile.ts";
import type { Interface, Part } from "../../domain/interfaces/rank-interfaces.ts";
import type { InterfacesReport } from "../../domain/interfaces/read-interfaces.server.ts";
import { formatCount, formatPercent, quote } from "../../format.ts";
import type { Locale, Texts } from "../../locales/index.ts";
import { ChartSlot } from "../charts/chart-slot.tsx";
import { ColourKey } from "../charts/colour-key.tsx";
import { FigureTable } from "../charts/figure-table.tsx";
import type { TableModel } from "../charts/table-model.ts";
import { NotesLink } from "../discussion/notes-link.tsx";
import { useLocale, useReader, useTexts } from "../texts.ts";
import { PROFILE_ID } from "./interfaces-card.tsx";
import { Wishes } from "./wishes.tsx";

const ProfileChart = lazy(() => import("../charts/profile-chart.tsx"));

const HEIGHT = { wide: 300, narrow: 340 };

type ProfileCardProps = {
  report: InterfacesReport;
  field: Interface;
  lines: ProfileLine[];
  /** undefined where nothing can be compared */
  sentence: string | undefined;
  /** how far it can be compared with the wave before, or why not; undefined where there is nothing to say */
  compared: string | undefined;
};

/** One field: its five points as a line beside the mean of all fields and the wave before, with the figures below. */
export function ProfileCard({ report, field, lines, sentence, compared }: ProfileCardProps) {
  const t = useTexts().interfaces;
  const locale = useLocale();
  const name = useReader()(field.label);
  const { release, before } = report;
  const wave = before && lines.some((line) => line.before) ? before.release.wave : undefined;
  const names = {
    own: name,
    average: t.profile.average,
    ...(wave === undefined ? {} : { before: t.profile.wave(wave) }),
  };
  const colours = [
    { label: names.own, fill: "var(--accent)" },
    { label: t.profile.dashed(names.average), fill: "var(--ink-2)" },
    ...(names.before ? [{ label: t.profile.dotted(names.before), fill: "var(--div-4)" }] : []),
  ];
  const title = t.profile.title(name);
  return (
    <section className="card figure" id={PROFILE_ID} aria-labelledby="interfaces-profile">
      <h2 className="figure__title" id="interfaces-profile">
        {title}
      </h2>
      <p className="sentence sentence--small figure__sentence">{sentence ?? t.profile.nothing}</p>
      <Wishes report={report} field={field.field} />
      <ColourKey entries={colours} />
      <ChartSlot height={HEIGHT} label={t.profile.chart(quote(name, locale))} picture={{ title, locale, colours }}>
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
      <FigureTable
        printed
        toggle={title}
        caption={t.profile.caption(quote(name, locale))}
        table={tableOf(lines, names, t, locale)}
      />
      {compared ? <p className="table-note">{compared}</p> : null}
      <NotesLink releaseId={release.releaseId} items={field.items} about={name} />
    </section>
  );
}

type Names = { own: string; average: string; before?: string };

function tableOf(lines: ProfileLine[], names: Names, t: Texts["interfaces"], locale: Locale): TableModel {
  return {
    heads: [t.profile.aspect, names.own, names.average, ...(names.before ? [names.before] : [])],
    rows: lines.map(({ aspect, own, average, before }) => ({
      key: aspect,
      heads: [t.aspects[aspect]],
      cells: [
        partCell(own, t, locale),
        average === null ? t.profile.dash : formatPercent(average, locale),
        ...(names.before ? [partCell(before, t, locale)] : []),
      ],
    })),
  };
}

/** "37 % (24 von 65)" */
function partCell(part: Part | null, t: Texts["interfaces"], locale: Locale): string {
  if (!part) return t.profile.dash;
  const counts = t.ofBase(formatCount(part.n, locale), formatCount(part.base, locale));
  return `${formatPercent(part.n / part.base, locale)} (${counts})`;
}

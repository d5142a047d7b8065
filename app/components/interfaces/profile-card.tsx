import type { ProfileLine } from "../../domain/interfaces/profile.ts";
import type { Interface, Part } from "../../domain/interfaces/rank-interfaces.ts";
import type { InterfacesReport } from "../../domain/interfaces/read-interfaces.server.ts";
import { formatCount, formatPercent, quote } from "../../format.ts";
import type { Locale, Texts } from "../../locales/index.ts";
import { FigureTable } from "../charts/figure-table.tsx";
import type { TableModel } from "../charts/table-model.ts";
import { NotesLink } from "../discussion/notes-link.tsx";
import { useLocale, useReader, useTexts } from "../texts.ts";
import { PROFILE_ID } from "./profile-address.ts";
import { ProfileFigure, type ProfileNames, useProfileNames } from "./profile-figure.tsx";
import { Wishes } from "./wishes.tsx";

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
  const names = useProfileNames(field, lines, before?.release.wave);
  return (
    <section className="card figure" id={PROFILE_ID} aria-labelledby="interfaces-profile">
      <ProfileFigure {...{ field, lines, sentence, names }}>
        <Wishes report={report} field={field.field} />
      </ProfileFigure>
      <FigureTable
        printed
        toggle={t.profile.title(name)}
        caption={t.profile.caption(quote(name, locale))}
        table={tableOf(lines, names, t, locale)}
      />
      {compared ? <p className="table-note">{compared}</p> : null}
      <NotesLink releaseId={release.releaseId} items={field.items} about={name} />
    </section>
  );
}

function tableOf(lines: ProfileLine[], names: ProfileNames, t: Texts["interfaces"], locale: Locale): TableModel {
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

import { Link } from "@remix-run/react";
import type { ReleaseSummary } from "../../domain/report/read-report.server.ts";
import type { PanelReport } from "../../domain/trends/panel.ts";
import { formatCount, formatDate } from "../../format.ts";
import { paths } from "../../paths.ts";
import { useParticipation } from "../releases/participation.ts";
import { TableScroll } from "../table/table-scroll.tsx";
import { useLocale, useTexts } from "../texts.ts";
import { PanelNote } from "./panel-words.tsx";

/** The waves that are compared, with the way to each. */
export function WavesCard({ waves, panel }: { waves: ReleaseSummary[]; panel: PanelReport | null }) {
  const t = useTexts().trends.waves;
  return (
    <section className="card stack stack--close" aria-labelledby="trends-waves">
      <h2 id="trends-waves">{t.title}</h2>
      <TableScroll label={t.caption}>
        <table className="data data--close">
          <caption className="visually-hidden">{t.caption}</caption>
          <thead>
            <tr>
              <th scope="col">{t.heads.wave}</th>
              <th scope="col">{t.heads.part}</th>
              <th scope="col">{t.heads.closed}</th>
              <th scope="col" className="number">
                {t.heads.version}
              </th>
            </tr>
          </thead>
          <tbody>
            {waves.map((release) => (
              <WaveRow key={release.releaseId} release={release} />
            ))}
          </tbody>
        </table>
      </TableScroll>
      <p className="table-note">{t.note}</p>
      {waves.at(-1)?.hasOrganisations ? (
        <PanelNote panel={panel} before={waves.at(-2)?.wave ?? ""} now={waves.at(-1)?.wave ?? ""} />
      ) : null}
    </section>
  );
}

function WaveRow({ release }: { release: ReleaseSummary }) {
  const locale = useLocale();
  return (
    <tr>
      <th scope="row">
        <Link to={paths.release(release.releaseId)}>{release.wave}</Link>
      </th>
      <td>{useParticipation(release)}</td>
      <td>{formatDate(release.closedAt, locale)}</td>
      <td className="number">{formatCount(release.version, locale)}</td>
    </tr>
  );
}

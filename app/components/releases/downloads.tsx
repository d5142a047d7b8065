import { Link } from "@remix-run/react";
import type { FormatId } from "../../domain/export/format.ts";
import { paths } from "../../paths.ts";
import { useTexts } from "../texts.ts";

/** Where the head of a report leads to. */
export const DOWNLOADS_ID = "herunterladen";

type DownloadsProps = {
  releaseId: string;
  formats: FormatId[];
  /** the chosen one goes along to the printed report */
  breakdown?: string;
};

/** Every format of a release with what it is for. */
export function Downloads({ releaseId, formats, breakdown }: DownloadsProps) {
  const t = useTexts().downloads;
  const titleId = `${DOWNLOADS_ID}-titel`;
  return (
    <section className="card downloads no-print" id={DOWNLOADS_ID} aria-labelledby={titleId}>
      <h2 id={titleId}>{t.title}</h2>
      <p className="quiet">{t.lead}</p>
      <ul className="plain-list">
        <li className="downloads__item">
          <div>
            <h3 className="downloads__name">{t.print.name}</h3>
            <p>{t.print.purpose}</p>
            <p className="quiet downloads__kind">{t.print.kind}</p>
          </div>
          <Link className="button" to={paths.releasePrint(releaseId, breakdown)}>
            {t.print.open}
          </Link>
        </li>
        {formats.map((id) => {
          const { name, kind, purpose } = t.formats[id];
          return (
            <li key={id} className="downloads__item">
              <div>
                <h3 className="downloads__name">{name}</h3>
                <p>{purpose}</p>
                <p className="quiet downloads__kind">{kind}</p>
              </div>
              <a className="button" href={paths.releaseExport(releaseId, id)} download aria-label={t.get(name)}>
                {t.jump}
              </a>
            </li>
          );
        })}
      </ul>
    </section>
  );
}

import { paths } from "../../paths.ts";
import { useTexts } from "../texts.ts";

/** The network as files for spreadsheets. */
export function NetworkFiles({ releaseId }: { releaseId: string }) {
  const t = useTexts().network.files;
  return (
    <section className="card no-print" aria-labelledby="network-files">
      <h2 id="network-files">{t.title}</h2>
      <p className="quiet">{t.note}</p>
      <p className="filter-bar">
        <a className="button" href={paths.networkFile(releaseId, "projekte")} download>
          {t.projects}
        </a>
        <a className="button" href={paths.networkFile(releaseId, "kontakte")} download>
          {t.contacts}
        </a>
      </p>
    </section>
  );
}

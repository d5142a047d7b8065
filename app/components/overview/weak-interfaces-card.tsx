import { Link } from "@remix-run/react";
import type { ReleaseSummary } from "../../domain/report/read-report.server.ts";
import { paths } from "../../paths.ts";
import { NotesLink } from "../discussion/notes-link.tsx";
import { profileAddress } from "../interfaces/profile-address.ts";
import { useTexts } from "../texts.ts";
import { Evidence } from "./evidence.tsx";

/** A weak interface in words: the field, and the figure in which it falls short most. */
export type WeakPoint = { field: string; label: string; sentence: string /** keys */; items: readonly string[] };

/** The three weakest interfaces, each a sentence with its figure and the way to its profile. */
export function WeakInterfacesCard({ weak, release }: { weak: WeakPoint[]; release: ReleaseSummary }) {
  const t = useTexts().overview.interfaces;
  return (
    <section className="card" aria-labelledby="overview-interfaces">
      <h2 id="overview-interfaces">{t.title}</h2>
      {weak.length === 0 ? <p>{t.none}</p> : null}
      <ol className="plain-list overview__weak">
        {weak.map(({ field, label, sentence, items }) => (
          <li key={field}>
            <p className="sentence sentence--small">
              <Link reloadDocument to={profileAddress(release.releaseId, field)}>
                {label}
              </Link>
              : {sentence}
            </p>
            <NotesLink releaseId={release.releaseId} items={items} about={label} />
          </li>
        ))}
      </ol>
      <p className="overview__more">
        <Link to={paths.interfaces(release.releaseId)}>{t.all}</Link>
      </p>
      <Evidence release={release} />
    </section>
  );
}

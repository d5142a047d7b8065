import { Link } from "@remix-run/react";
import type { ChangeNow } from "../../domain/overview/most-changed.ts";
import { paths } from "../../paths.ts";
import { NotesLink } from "../discussion/notes-link.tsx";
import { useLocale, useReader, useTexts } from "../texts.ts";
import { changeInWords, weightInWords } from "../trends/change-words.ts";

/** What changed most since the waves before, each a sentence with both figures, and whether it may be chance. */
export function ChangesCard({ changes }: { changes: ChangeNow[] }) {
  const texts = useTexts();
  const t = texts.overview.changes;
  const locale = useLocale();
  const read = useReader();
  return (
    <section className="card" aria-labelledby="overview-changes">
      <h2 id="overview-changes">{t.title}</h2>
      {changes.length === 0 ? <p>{t.none}</p> : null}
      <ol className="plain-list overview__changes">
        {changes.map(({ changed, release, before }) => (
          <li key={`${release.releaseId} ${changed.line.key}`}>
            <p className="overview__base">
              <Link to={paths.trends(release.releaseId)}>
                {read(release.title)} {release.wave}
              </Link>{" "}
              · {read(changed.line.item.title)}
            </p>
            <p className="sentence sentence--small">{changeInWords(changed, before, texts, locale)}</p>
            <p className="overview__base">{weightInWords(changed, texts, locale)}</p>
            <NotesLink
              releaseId={release.releaseId}
              items={[changed.line.item.key]}
              about={read(changed.line.item.label)}
            />
          </li>
        ))}
      </ol>
    </section>
  );
}

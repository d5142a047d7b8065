import type { TeamPage } from "../../domain/team/read-team.server.ts";
import { formatDate } from "../../format.ts";
import { useLocale, useReader, useTexts } from "../texts.ts";

/** Who looked at single responses of the project, when and why: told without being asked. */
export function Insights({ insights }: { insights: TeamPage["insights"] }) {
  const t = useTexts().microdata.insights;
  const locale = useLocale();
  const read = useReader();
  return (
    <section className="card stack--close">
      <h2>{t.title}</h2>
      <p className="muted">{insights.length === 0 ? t.none : t.text}</p>
      {insights.length > 0 ? (
        <ul className="record-list plain-list">
          {insights.map(({ insightId, title, wave, at, by, reason, with_names: withNames }) => (
            <li key={insightId} className="record">
              <div>
                <p>
                  <strong>{t.entry(`${read(title)} ${wave}`, formatDate(at, locale), by)}</strong>
                </p>
                <p>{reason}</p>
                {withNames ? <p className="muted">{t.withNames}</p> : null}
              </div>
            </li>
          ))}
        </ul>
      ) : null}
    </section>
  );
}

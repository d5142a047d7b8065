import { Link } from "@remix-run/react";
import type { readProject } from "../../domain/members/read-members.server.ts";
import { formatDate } from "../../format.ts";
import { paths } from "../../paths.ts";
import { EmptyState } from "../layout/empty-state.tsx";
import { TableScroll } from "../table/table-scroll.tsx";
import { useLocale, useReader, useTexts } from "../texts.ts";
import { valuesText } from "./values-text.ts";

type ProjectPage = Awaited<ReturnType<typeof readProject>>;

/** What holds today; of a project to come, what will hold on its first day. */
export function AttributesCard({ page, attributes }: { page: ProjectPage; attributes: readonly { code: string }[] }) {
  const texts = useTexts();
  const t = texts.members.project;
  const locale = useLocale();
  const { active_from: from, attributes: values } = page.project;
  return (
    <section className="card stack--close">
      <h2>{from > page.today ? t.attributesToCome(formatDate(from, locale)) : t.attributes}</h2>
      <dl className="facts">
        {attributes.map(({ code }) => (
          <div key={code} className="facts__row">
            <dt>{texts.attributes.names[code] ?? code}</dt>
            <dd>{valuesText(texts, code, values[code])}</dd>
          </div>
        ))}
      </dl>
      <div className="actions">
        <Link className="button" to={paths.editAttributes(page.project.project_id)}>
          {t.editAttributes}
        </Link>
      </div>
    </section>
  );
}

export function TeamCard({ page }: { page: ProjectPage }) {
  const t = useTexts().members;
  return (
    <section className="card stack--close">
      <h2>{t.project.team}</h2>
      {page.team.length === 0 ? <p>{t.project.noTeam}</p> : null}
      <ul className="plain-list lines">
        {page.team.map((person) => (
          <li key={person.account_id + person.role}>
            <Link to={paths.person(person.account_id)}>{person.name}</Link>
            <span className="quiet">
              {t.roles[person.role]}
              {person.disabled_at ? ` · ${t.project.closed}` : person.bounced_at ? ` · ${t.project.bounced}` : ""}
            </span>
          </li>
        ))}
      </ul>
      <div className="actions">
        <Link className="button" to={paths.newPerson(page.project.project_id)}>
          {t.project.addPerson}
        </Link>
      </div>
    </section>
  );
}

/** What held when, of every attribute that ever changed. */
export function HistoryTable({ page }: { page: ProjectPage }) {
  const texts = useTexts();
  const t = texts.members.project;
  const locale = useLocale();
  if (page.history.length === 0) return null;
  return (
    <section className="stack stack--close">
      <h2>{t.history}</h2>
      <TableScroll label={t.history}>
        <table className="data data--records">
          <thead>
            <tr>
              <th scope="col">{t.heads.attribute}</th>
              <th scope="col">{t.heads.values}</th>
              <th scope="col">{t.heads.from}</th>
              <th scope="col">{t.heads.until}</th>
            </tr>
          </thead>
          <tbody>
            {page.history.flatMap(({ attribute, spans }) =>
              spans.map((span) => (
                <tr key={attribute + span.from}>
                  <th scope="row">{texts.attributes.names[attribute] ?? attribute}</th>
                  <td data-label={t.heads.values}>{valuesText(texts, attribute, span.values)}</td>
                  <td data-label={t.heads.from}>{formatDate(span.from, locale)}</td>
                  <td data-label={t.heads.until}>{span.until ? formatDate(span.until, locale) : t.openEnd}</td>
                </tr>
              )),
            )}
          </tbody>
        </table>
      </TableScroll>
      <p className="table-note">{t.historyNote}</p>
    </section>
  );
}

export function RoundsTable({ page }: { page: ProjectPage }) {
  const texts = useTexts();
  const t = texts.members.project;
  const read = useReader();
  const locale = useLocale();
  return (
    <section className="stack stack--close">
      <h2>{t.rounds}</h2>
      {page.rounds.length === 0 ? (
        <EmptyState title={t.noRounds} headingLevel={3} />
      ) : (
        <TableScroll label={t.rounds}>
          <table className="data data--records">
            <thead>
              <tr>
                <th scope="col">{t.roundHeads.round}</th>
                <th scope="col">{t.roundHeads.opened}</th>
                <th scope="col">{t.roundHeads.state}</th>
              </tr>
            </thead>
            <tbody>
              {page.rounds.map((round) => (
                <tr key={round.round_id}>
                  <th scope="row">
                    <Link to={paths.round(round.round_id)}>
                      {read(round.title)} {round.wave}
                    </Link>
                  </th>
                  <td data-label={t.roundHeads.opened}>{formatDate(round.opens_at, locale)}</td>
                  <td data-label={t.roundHeads.state}>{texts.rounds.states[round.state]}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </TableScroll>
      )}
    </section>
  );
}

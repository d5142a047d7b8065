import { Form } from "@remix-run/react";
import type { PersonByLink } from "../../domain/links/people.server.ts";
import { formatCount } from "../../format.ts";
import { StateChip, type StateTone } from "../layout/state-chip.tsx";
import { TableScroll } from "../table/table-scroll.tsx";
import { useLocale, useTexts } from "../texts.ts";

type PeopleProps = {
  people: PersonByLink[];
  count: number;
  listed: number;
  search: string;
  draft: boolean;
  anonymous: boolean;
};

/** People with a link of their own: who they are, how far they are, never what they answer. */
export function PeopleByLink({ people, count, listed, search, draft, anonymous }: PeopleProps) {
  const t = useTexts().links.page.people;
  const locale = useLocale();
  if (count === 0) return <p className="quiet">{t.empty}</p>;
  return (
    <div className="stack--close">
      <Form method="get" className="filter-bar" role="search">
        <label>
          {t.search} <input type="search" name="suche" defaultValue={search} className="input" />
        </label>
        <button type="submit" className="button">
          {t.find}
        </button>
        <span className="quiet">{count === 1 ? t.one : t.count(formatCount(count, locale))}</span>
      </Form>
      {anonymous && !draft ? <p className="quiet">{t.anonymous}</p> : null}
      {people.length === 0 ? <p>{t.none}</p> : <PeopleTable people={people} draft={draft} anonymous={anonymous} />}
      {people.length === listed ? <p className="quiet">{t.listed(formatCount(listed, locale))}</p> : null}
    </div>
  );
}

type TableProps = Pick<PeopleProps, "people" | "draft" | "anonymous">;

function PeopleTable({ people, draft, anonymous }: TableProps) {
  const t = useTexts().links.page.people;
  return (
    <TableScroll label={t.title}>
      <table className="data">
        <thead>
          <tr>
            <th scope="col">{t.columns.name}</th>
            <th scope="col">{t.columns.address}</th>
            <th scope="col">{t.columns.language}</th>
            <th scope="col">{t.columns.state}</th>
            {draft ? <th scope="col">{t.columns.action}</th> : null}
          </tr>
        </thead>
        <tbody>
          {people.map((person) => (
            <tr key={person.invitation_id}>
              <th scope="row">{person.name ?? "–"}</th>
              <td>{person.address}</td>
              <td>{t.languages[person.locale]}</td>
              <td>
                <State person={person} draft={draft} anonymous={anonymous} />
              </td>
              {draft ? (
                <td>
                  <Form method="post">
                    <input type="hidden" name="invitationId" value={person.invitation_id} />
                    <button type="submit" className="button button--quiet" name="intent" value="remove">
                      <span aria-hidden="true">{t.remove}</span>
                      <span className="visually-hidden">{t.removeName(person.name ?? person.address ?? "")}</span>
                    </button>
                  </Form>
                </td>
              ) : null}
            </tr>
          ))}
        </tbody>
      </table>
    </TableScroll>
  );
}

/** In anonymous rounds only what says nothing of answers: declining, and mail that came back. */
function State({ person, draft, anonymous }: { person: PersonByLink } & Omit<TableProps, "people">) {
  const t = useTexts().links.page.people.states;
  const [word, tone]: [keyof typeof t, StateTone] = person.bounced_at
    ? ["bounced", "bad"]
    : person.declined_at
      ? ["declined", "idle"]
      : draft
        ? ["waiting", "idle"]
        : anonymous
          ? ["invited", "idle"]
          : person.answered
            ? ["answered", "done"]
            : person.first_opened_at
              ? ["opened", "started"]
              : ["invited", "idle"];
  return <StateChip tone={tone}>{t[word]}</StateChip>;
}

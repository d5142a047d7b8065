import { Form } from "@remix-run/react";
import type { PersonByLink } from "../../domain/links/people.server.ts";
import { formatCount } from "../../format.ts";
import { paths } from "../../paths.ts";
import { ConfirmCard } from "../layout/confirm-card.tsx";
import { StateChip, type StateTone } from "../layout/state-chip.tsx";
import { TableScroll } from "../table/table-scroll.tsx";
import { useLocale, useTexts } from "../texts.ts";

type PeopleProps = {
  roundId: string;
  /** the person who is about to be forgotten */
  forgetting: string | null;
  people: PersonByLink[];
  count: number;
  listed: number;
  search: string;
  draft: boolean;
  anonymous: boolean;
};

/** People with a link of their own: who they are, how far they are, never what they answer. */
export function PeopleByLink(props: PeopleProps) {
  const { roundId, people, count, listed, search, draft, anonymous } = props;
  const t = useTexts().links.page.people;
  const locale = useLocale();
  const forgotten = draft ? undefined : people.find((one) => one.invitation_id === props.forgetting && one.address);
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
      {forgotten ? (
        <ConfirmCard
          title={t.forgetTitle(forgotten.name ?? forgotten.address ?? "")}
          confirm={t.forgetConfirm}
          danger
          back={paths.roundLinks(roundId)}
          action={paths.roundLinks(roundId)}
          fields={{ intent: "forget", invitationId: forgotten.invitation_id }}
        >
          <p>{t.forgetText}</p>
        </ConfirmCard>
      ) : null}
      {anonymous && !draft ? <p className="quiet">{t.anonymous}</p> : null}
      {people.length === 0 ? <p>{t.none}</p> : <PeopleTable {...{ people, draft, anonymous, search }} />}
      {people.length === listed ? <p className="quiet">{t.listed(formatCount(listed, locale))}</p> : null}
    </div>
  );
}

type TableProps = Pick<PeopleProps, "people" | "draft" | "anonymous" | "search">;

function PeopleTable({ people, draft, anonymous, search }: TableProps) {
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
            <th scope="col">{t.columns.action}</th>
          </tr>
        </thead>
        <tbody>
          {people.map((person) => (
            <tr key={person.invitation_id}>
              <th scope="row">{person.name ?? "–"}</th>
              <td>{person.address ?? "–"}</td>
              <td>{t.languages[person.locale]}</td>
              <td>
                <State person={person} draft={draft} anonymous={anonymous} />
              </td>
              <td>
                {draft ? (
                  <Form method="post">
                    <input type="hidden" name="invitationId" value={person.invitation_id} />
                    <button type="submit" className="button button--quiet" name="intent" value="remove">
                      <span aria-hidden="true">{t.remove}</span>
                      <span className="visually-hidden">{t.removeName(person.name ?? person.address ?? "")}</span>
                    </button>
                  </Form>
                ) : person.address ? (
                  <Form method="get">
                    {search ? <input type="hidden" name="suche" value={search} /> : null}
                    <button type="submit" className="button button--quiet" name="loeschen" value={person.invitation_id}>
                      <span aria-hidden="true">{t.forget}</span>
                      <span className="visually-hidden">{t.forgetName(person.name ?? person.address)}</span>
                    </button>
                  </Form>
                ) : null}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </TableScroll>
  );
}

/** In anonymous rounds only what says nothing of answers: declining, and mail that came back. */
function State({ person, draft, anonymous }: { person: PersonByLink } & Pick<TableProps, "draft" | "anonymous">) {
  const t = useTexts().links.page.people.states;
  const [word, tone]: [keyof typeof t, StateTone] = !person.address
    ? ["forgotten", "idle"]
    : person.bounced_at
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

import { Link } from "@remix-run/react";
import type { ListedPerson } from "#db/queries/people.server.ts";
import { formatCount } from "../../format.ts";
import { paths } from "../../paths.ts";
import { StateChip } from "../layout/state-chip.tsx";
import { TableScroll } from "../table/table-scroll.tsx";
import { useLocale, useTexts } from "../texts.ts";
import { accountState, partText } from "./person-name.ts";

const PARTS_SHOWN = 2;

/** People with their parts. Of those who are forgotten only the number is left. */
export function PeopleTable({ people }: { people: ListedPerson[] }) {
  const texts = useTexts();
  const t = texts.members.people;
  const locale = useLocale();
  return (
    <TableScroll label={texts.members.sections.people}>
      <table className="data data--records">
        <thead>
          <tr>
            <th scope="col">{t.heads.name}</th>
            <th scope="col">{t.heads.address}</th>
            <th scope="col">{t.heads.parts}</th>
            <th scope="col">{t.heads.state}</th>
          </tr>
        </thead>
        <tbody>
          {people.map((person) => {
            const { code, tone } = accountState(person);
            const more = person.parts.length - PARTS_SHOWN;
            return (
              <tr key={person.account_id}>
                <th scope="row">
                  <Link to={paths.person(person.account_id)}>{person.name}</Link>
                </th>
                <td data-label={t.heads.address} className="address">
                  {person.pseudonymised_at ? texts.members.none : person.address}
                </td>
                <td data-label={t.heads.parts}>
                  {person.parts.length === 0 ? t.noRole : null}
                  {person.parts
                    .slice(0, PARTS_SHOWN)
                    .map((part) => partText(texts, part))
                    .join("; ")}
                  {more > 0 ? ` ${t.more(formatCount(more, locale))}` : ""}
                </td>
                <td data-label={t.heads.state}>
                  <StateChip tone={tone}>{t.accountStates[code]}</StateChip>
                </td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </TableScroll>
  );
}

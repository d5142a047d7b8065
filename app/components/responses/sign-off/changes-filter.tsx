import { Link } from "@remix-run/react";
import type { Review } from "../../../domain/responses/read-sheet.server.ts";
import { paths } from "../../../paths.ts";
import { useTexts } from "../../texts.ts";

type ChangesFilterProps = { invitationId: string; comparison: NonNullable<Review["comparison"]>; only: boolean };

/** How much differs from the wave before, and a link to nothing but that. */
export function ChangesFilter({ invitationId, comparison, only }: ChangesFilterProps) {
  const t = useTexts().signOff.changes;
  const { changed, compared, wave } = comparison;
  const views = [
    { to: paths.review(invitationId), label: t.all, chosen: !only },
    { to: paths.review(invitationId, "aenderungen"), label: t.only, chosen: only },
  ];
  return (
    <div className="changes-filter" id="aenderungen">
      <p>{t.sentence(changed, compared, wave)}</p>
      {changed > 0 ? (
        <nav aria-label={t.filter}>
          <ul className="plain-list">
            {views.map(({ to, label, chosen }) => (
              <li key={to}>
                <Link to={`${to}#aenderungen`} aria-current={chosen ? "true" : undefined} preventScrollReset>
                  {label}
                </Link>
              </li>
            ))}
          </ul>
        </nav>
      ) : null}
    </div>
  );
}

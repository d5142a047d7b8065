import type { LoaderFunctionArgs } from "@remix-run/node";
import { Link, useLoaderData } from "@remix-run/react";
import { EmptyState } from "../../components/layout/empty-state.tsx";
import { PageHead } from "../../components/layout/page-head.tsx";
import { titled } from "../../components/layout/titled.ts";
import { TableScroll } from "../../components/table/table-scroll.tsx";
import { useLocale, useReader, useTexts } from "../../components/texts.ts";
import { listCodableRounds } from "../../domain/coding/read-overview.server.ts";
import { formatCount, formatDate } from "../../format.ts";
import { requireVerb } from "../../http/guard.server.ts";
import { answering } from "../../http/respond.server.ts";
import { paths } from "../../paths.ts";

export const meta = titled((t) => t.coding.title);

export async function loader({ request, context }: LoaderFunctionArgs) {
  return answering(async () => {
    const viewer = await requireVerb(request, context, "coding.read");
    return { rounds: await listCodableRounds(context.db, viewer) };
  });
}

export default function List() {
  const { coding: t, rounds: words } = useTexts();
  const locale = useLocale();
  const read = useReader();
  const { rounds } = useLoaderData<typeof loader>();
  return (
    <div className="stack">
      <PageHead title={t.title} subtitle={t.list.intro} />
      {rounds.length === 0 ? (
        <EmptyState title={t.list.empty} text={t.list.emptyText} />
      ) : (
        <TableScroll label={t.list.caption}>
          <table className="data data--records">
            <caption className="visually-hidden">{t.list.caption}</caption>
            <thead>
              <tr>
                <th scope="col">{t.list.round}</th>
                <th scope="col">{t.list.state}</th>
                <th scope="col">{t.list.closed}</th>
                <th scope="col" className="number">
                  {t.list.items}
                </th>
              </tr>
            </thead>
            <tbody>
              {rounds.map((round) => (
                <tr key={round.roundId}>
                  <th scope="row">
                    <Link to={paths.codingRound(round.roundId)}>{`${read(round.title)} ${round.wave}`}</Link>
                  </th>
                  <td data-label={t.list.state}>{words.states[round.state]}</td>
                  <td data-label={t.list.closed}>{round.closedAt ? formatDate(round.closedAt, locale) : ""}</td>
                  <td className="number" data-label={t.list.items}>
                    {formatCount(round.items, locale)}
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </TableScroll>
      )}
    </div>
  );
}

import type { LoaderFunctionArgs } from "@remix-run/node";
import { Link, useLoaderData } from "@remix-run/react";
import { EmptyState } from "../../components/layout/empty-state.tsx";
import { PageHead } from "../../components/layout/page-head.tsx";
import { StateChip, type StateTone } from "../../components/layout/state-chip.tsx";
import { titled } from "../../components/layout/titled.ts";
import { TableScroll } from "../../components/table/table-scroll.tsx";
import { useLocale, useReader, useTexts } from "../../components/texts.ts";
import { type RoundRow, readRounds } from "../../domain/rounds/read-round.server.ts";
import { formatCount, formatDate } from "../../format.ts";
import { requireVerb } from "../../http/guard.server.ts";
import { answering } from "../../http/respond.server.ts";
import { paths } from "../../paths.ts";

export const meta = titled((t) => t.rounds.list.title);

export async function loader({ request, context }: LoaderFunctionArgs) {
  return answering(async () => {
    await requireVerb(request, context, "round.read");
    return { rounds: await readRounds(context.db) };
  });
}

export default function List() {
  const t = useTexts().rounds.list;
  const { rounds } = useLoaderData<typeof loader>();
  return (
    <>
      <PageHead title={t.title} subtitle={t.subtitle} />
      {rounds.length === 0 ? <EmptyState title={t.emptyTitle} text={t.empty} /> : <RoundTable rounds={rounds} />}
    </>
  );
}

function RoundTable({ rounds }: { rounds: RoundRow[] }) {
  const t = useTexts().rounds.list;
  return (
    <TableScroll label={t.table}>
      <table className="data data--records">
        <thead>
          <tr>
            <th scope="col">{t.heads.title}</th>
            <th scope="col">{t.heads.wave}</th>
            <th scope="col">{t.heads.state}</th>
            <th scope="col">{t.heads.deadline}</th>
            <th scope="col" className="number">
              {t.heads.invited}
            </th>
            <th scope="col" className="number">
              {t.heads.submitted}
            </th>
          </tr>
        </thead>
        <tbody>
          {rounds.map((round) => (
            <RoundLine key={round.round_id} round={round} />
          ))}
        </tbody>
      </table>
    </TableScroll>
  );
}

const TONES: Record<RoundRow["state"], StateTone> = {
  draft: "idle",
  open: "started",
  closed: "idle",
  released: "done",
  archived: "done",
  cancelled: "idle",
};

function RoundLine({ round }: { round: RoundRow }) {
  const t = useTexts().rounds;
  const locale = useLocale();
  const read = useReader();
  return (
    <tr>
      <th scope="row">
        <Link to={paths.round(round.round_id)}>{read(round.title)}</Link>
      </th>
      <td data-label={t.list.heads.wave}>{round.wave}</td>
      <td data-label={t.list.heads.state}>
        <StateChip tone={TONES[round.state]}>{t.states[round.state]}</StateChip>
      </td>
      <td data-label={t.list.heads.deadline}>{formatDate(round.closes_at, locale)}</td>
      <td className="number" data-label={t.list.heads.invited}>
        {formatCount(round.invited ?? 0, locale)}
      </td>
      <td className="number" data-label={t.list.heads.submitted}>
        {formatCount(round.submitted ?? 0, locale)}
      </td>
    </tr>
  );
}

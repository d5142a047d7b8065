import type { LoaderFunctionArgs } from "@remix-run/node";
import { Link, useLoaderData } from "@remix-run/react";
import { EmptyState } from "../../components/layout/empty-state.tsx";
import { PageHead } from "../../components/layout/page-head.tsx";
import { titled } from "../../components/layout/titled.ts";
import { useLocale, useReader, useTexts } from "../../components/texts.ts";
import { countWithdrawn, listMicrodataRounds } from "../../domain/microdata/read-microdata.server.ts";
import { formatCount, formatDate } from "../../format.ts";
import { requireVerb } from "../../http/guard.server.ts";
import { answering } from "../../http/respond.server.ts";
import { paths } from "../../paths.ts";

export const meta = titled((t) => t.microdata.title);

export async function loader({ request, context }: LoaderFunctionArgs) {
  return answering(async () => {
    const viewer = await requireVerb(request, context, "responses.export");
    const [rounds, withdrawn] = await Promise.all([
      listMicrodataRounds(context.db),
      countWithdrawn(context.db, viewer),
    ]);
    return {
      rounds: rounds.map(({ round_id: roundId, title, wave, closed_at: closedAt, submitted }) => {
        return { roundId, title, wave, closedAt, submitted: submitted ?? 0, withdrawn: withdrawn.get(roundId) ?? 0 };
      }),
    };
  });
}

export default function Rounds() {
  const t = useTexts();
  const locale = useLocale();
  const read = useReader();
  const { rounds } = useLoaderData<typeof loader>();
  return (
    <>
      <PageHead
        title={t.microdata.title}
        subtitle={t.microdata.subtitle}
        trail={[{ to: paths.releases(), label: t.releases.list.title }]}
        trailLabel={t.releases.list.title}
      />
      {rounds.length === 0 ? (
        <EmptyState title={t.microdata.emptyTitle} text={t.microdata.empty} />
      ) : (
        <ul className="plain-list sheets">
          {rounds.map(({ roundId, title, wave, closedAt, submitted, withdrawn }) => (
            <li key={roundId} className="card sheets__item">
              <div>
                <h2>
                  {read(title)} {wave}
                </h2>
                <p className="quiet">
                  {t.microdata.facts(formatCount(submitted, locale), closedAt ? formatDate(closedAt, locale) : "")}
                </p>
                {withdrawn > 0 ? <p>{t.microdata.withdrawn(formatCount(withdrawn, locale))}</p> : null}
              </div>
              <Link className="button" to={paths.microdataOfRound(roundId)}>
                {t.microdata.choose}
                <span className="visually-hidden">
                  : {read(title)} {wave}
                </span>
              </Link>
            </li>
          ))}
        </ul>
      )}
    </>
  );
}

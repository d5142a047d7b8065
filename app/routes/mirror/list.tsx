import type { LoaderFunctionArgs } from "@remix-run/node";
import { Link, useLoaderData } from "@remix-run/react";
import { EmptyState } from "../../components/layout/empty-state.tsx";
import { PageHead } from "../../components/layout/page-head.tsx";
import { titled } from "../../components/layout/titled.ts";
import { useParticipation } from "../../components/releases/participation.ts";
import { useLocale, useReader, useTexts } from "../../components/texts.ts";
import { listMirrors, type ReleasedRound, type WaitingRound } from "../../domain/mirror/list-mirrors.server.ts";
import { standInWords } from "../../domain/report/in-words.ts";
import { formatDate } from "../../format.ts";
import { requireVerb } from "../../http/guard.server.ts";
import { answering } from "../../http/respond.server.ts";
import { paths } from "../../paths.ts";

export const meta = titled((t) => t.mirror.list.title);

export async function loader({ request, context }: LoaderFunctionArgs) {
  return answering(async () => {
    const viewer = await requireVerb(request, context, "invitation.read");
    return listMirrors(context.db, context.report, viewer);
  });
}

export default function List() {
  const t = useTexts().mirror.list;
  const { released, waiting } = useLoaderData<typeof loader>();
  const toInvitations = (
    <Link className="button" to={paths.invitations()}>
      {t.toInvitations}
    </Link>
  );
  return (
    <>
      <PageHead title={t.title} subtitle={t.subtitle} />
      {released.length === 0 && waiting.length === 0 ? (
        <EmptyState title={t.emptyTitle} text={t.empty} actions={toInvitations} />
      ) : null}
      {waiting.length > 0 ? (
        <>
          <h2>{t.waiting}</h2>
          <ul className="plain-list sheets">
            {waiting.map((round) => (
              <Waiting key={round.invitationId} round={round} />
            ))}
          </ul>
        </>
      ) : null}
      {released.length > 0 ? (
        <>
          <h2>{t.released}</h2>
          <ul className="plain-list sheets">
            {released.map((round) => (
              <Released key={round.invitationId} round={round} />
            ))}
          </ul>
        </>
      ) : null}
    </>
  );
}

function Released({ round: { release, state, invitationId, project, title, wave } }: { round: ReleasedRound }) {
  const texts = useTexts();
  const t = texts.mirror.list;
  const locale = useLocale();
  const read = useReader();
  const participation = useParticipation(release);
  const name = `${read(title)} ${wave}`;
  return (
    <li className="card sheets__item">
      <div>
        <h3>{name}</h3>
        <p className="quiet">
          {project} · {t.stand(standInWords(release, texts, locale), participation)}
        </p>
        {state === "ready" ? null : <p>{t.states[state]}</p>}
      </div>
      {state === "ready" ? (
        <Link className="button" to={paths.mirror(invitationId)}>
          {t.read}
          <span className="visually-hidden">: {name}</span>
        </Link>
      ) : null}
    </li>
  );
}

function Waiting({ round: { open, closesAt, project, title, wave } }: { round: WaitingRound }) {
  const t = useTexts().mirror.list;
  const locale = useLocale();
  const read = useReader();
  const date = formatDate(closesAt, locale);
  return (
    <li className="card sheets__item">
      <div>
        <h3>
          {read(title)} {wave}
        </h3>
        <p className="quiet">{project}</p>
        <p>{open ? t.open(date) : t.closed(date)}</p>
      </div>
    </li>
  );
}

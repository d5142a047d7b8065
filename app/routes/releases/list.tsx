import type { LoaderFunctionArgs } from "@remix-run/node";
import { Link, useLoaderData } from "@remix-run/react";
import { EmptyState } from "../../components/layout/empty-state.tsx";
import { PageHead } from "../../components/layout/page-head.tsx";
import { titled } from "../../components/layout/titled.ts";
import { useParticipation } from "../../components/releases/participation.ts";
import { useLocale, useReader, useTexts } from "../../components/texts.ts";
import { standInWords } from "../../domain/report/in-words.ts";
import { type ReleaseRef, type ReleaseSummary, readReleases } from "../../domain/report/read-report.server.ts";
import { maySomewhere } from "../../domain/viewer.ts";
import { formatPercent } from "../../format.ts";
import { requireVerb } from "../../http/guard.server.ts";
import { answering } from "../../http/respond.server.ts";
import { paths } from "../../paths.ts";

export const meta = titled((t) => t.releases.list.title);

export async function loader({ request, context }: LoaderFunctionArgs) {
  return answering(async () => {
    const viewer = await requireVerb(request, context, "release.read");
    return { releases: await readReleases(context.report), mayExport: maySomewhere(viewer, "responses.export") };
  });
}

export default function List() {
  const t = useTexts().releases.list;
  const { microdata } = useTexts();
  const { releases, mayExport } = useLoaderData<typeof loader>();
  const actions = mayExport ? (
    <Link className="button" to={paths.microdata()}>
      {microdata.link}
    </Link>
  ) : undefined;
  return (
    <>
      <PageHead title={t.title} subtitle={t.subtitle} actions={actions} />
      {releases.length === 0 ? (
        <EmptyState title={t.emptyTitle} text={t.empty} />
      ) : (
        <ul className="plain-list sheets">
          {releases.map((release) => (
            <ReleaseCard key={release.releaseId} release={release} />
          ))}
        </ul>
      )}
    </>
  );
}

type Listed = ReleaseSummary & { earlier: ReleaseRef[] };

function ReleaseCard({ release }: { release: Listed }) {
  const texts = useTexts();
  const t = texts.releases.list;
  const locale = useLocale();
  const read = useReader();
  const { invited, submitted } = release;
  const participation = useParticipation(release);
  const name = `${read(release.title)} ${release.wave}`;
  return (
    <li className="card sheets__item">
      <div>
        <h2>{name}</h2>
        <p className="quiet">
          {standInWords(release, texts, locale)} ·{" "}
          {invited ? t.share(participation, formatPercent(submitted / invited, locale)) : participation}
        </p>
        {release.earlier.length > 0 ? (
          <details>
            <summary>
              {t.earlier}
              <span className="visually-hidden">: {name}</span>
            </summary>
            <ul className="plain-list">
              {release.earlier.map((one) => (
                <li key={one.releaseId}>
                  <Link to={paths.release(one.releaseId)}>{standInWords(one, texts, locale)}</Link>
                </li>
              ))}
            </ul>
          </details>
        ) : null}
      </div>
      <Link className="button" to={paths.release(release.releaseId)}>
        {t.read}
        <span className="visually-hidden">: {name}</span>
      </Link>
    </li>
  );
}

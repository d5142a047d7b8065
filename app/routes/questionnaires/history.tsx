import type { LoaderFunctionArgs } from "@remix-run/node";
import { Link, useLoaderData } from "@remix-run/react";
import { PageHead } from "../../components/layout/page-head.tsx";
import { titled } from "../../components/layout/titled.ts";
import { changeWords } from "../../components/questionnaires/change-list.tsx";
import { DraftTable } from "../../components/questionnaires/draft-table.tsx";
import { RoundLinks } from "../../components/questionnaires/round-links.tsx";
import { useLocale, useReader, useTexts } from "../../components/texts.ts";
import { type HistoryStep, readHistory } from "../../domain/questionnaires/read-questionnaires.server.ts";
import { may } from "../../domain/roles.ts";
import { formatCount, formatDate, textIn } from "../../format.ts";
import { requireVerb } from "../../http/guard.server.ts";
import { answering } from "../../http/respond.server.ts";
import { paths } from "../../paths.ts";

type Loaded = Awaited<ReturnType<typeof loader>>;

export const meta = titled<Loaded>((t, loaded, locale) => {
  const latest = loaded?.steps[0]?.version;
  return latest ? textIn(latest.title, locale) : t.questionnaires.list.title;
});

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  return answering(async () => {
    const { parts } = await requireVerb(request, context, "questionnaire.read");
    const history = await readHistory(context.db, context.checking, params.name ?? "");
    return { ...history, mayEdit: may(parts, "questionnaire.edit") };
  });
}

export default function History() {
  const t = useTexts().questionnaires;
  const read = useReader();
  const { steps, drafts, mayEdit } = useLoaderData<typeof loader>();
  const latest = steps[0]?.version;
  if (!latest) return null;
  const next = mayEdit ? (
    <Link className="button" to={paths.newQuestionnaire(latest.name)}>
      {t.history.next}
    </Link>
  ) : undefined;
  return (
    <div className="stack">
      <PageHead
        title={read(latest.title)}
        subtitle={latest.name}
        trail={[{ to: paths.questionnaires(), label: t.list.title }]}
        trailLabel={t.list.title}
        actions={next}
      />
      {drafts.length > 0 ? <DraftTable drafts={drafts} title={t.history.drafts} /> : null}
      <section className="stack stack--close">
        <h2>{t.history.title}</h2>
        <ol className="plain-list stack stack--close">
          {steps.map((step) => (
            <Step key={step.version.versionId} step={step} />
          ))}
        </ol>
      </section>
    </div>
  );
}

function Step({ step: { version, rounds, against } }: { step: HistoryStep }) {
  const t = useTexts().questionnaires;
  const locale = useLocale();
  const number = formatCount(version.number, locale);
  const base = against ? formatCount(against.number, locale) : "";
  return (
    <li className="card version">
      <div className="version__head">
        <h3>
          <Link to={paths.version(version.name, version.number)}>{t.history.version(number)}</Link>
        </h3>
        <p className="quiet">
          {t.history.published(formatDate(version.publishedAt, locale))}
          {version.proposer && version.publisher ? ` · ${t.history.byTwo(version.proposer, version.publisher)}` : null}
        </p>
      </div>
      {version.amends ? <p>{t.history.amendment(base)}</p> : null}
      {against ? (
        <p>
          <span className="quiet">{t.history.against(base)}</span> {changeWords(against.counts, t.changes, locale)}
        </p>
      ) : (
        <p>{t.history.first}</p>
      )}
      <p>
        {rounds.length > 0 ? (
          <>
            <span className="quiet">{t.history.usedIn}</span> <RoundLinks rounds={rounds} />
          </>
        ) : (
          <span className="quiet">{t.history.unused}</span>
        )}
      </p>
    </li>
  );
}

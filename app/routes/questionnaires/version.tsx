import type { LoaderFunctionArgs } from "@remix-run/node";
import { Link, useLoaderData } from "@remix-run/react";
import { PageHead } from "../../components/layout/page-head.tsx";
import { titled } from "../../components/layout/titled.ts";
import { ChangeList } from "../../components/questionnaires/change-list.tsx";
import { ItemTable } from "../../components/questionnaires/item-table.tsx";
import { Remarks } from "../../components/questionnaires/remarks.tsx";
import { RoundLinks } from "../../components/questionnaires/round-links.tsx";
import { useLocale, useReader, useTexts } from "../../components/texts.ts";
import { readVersion } from "../../domain/questionnaires/read-questionnaires.server.ts";
import { formatCount, formatDate, textIn } from "../../format.ts";
import { requireVerb } from "../../http/guard.server.ts";
import { numberOf } from "../../http/params.server.ts";
import { answering } from "../../http/respond.server.ts";
import { paths } from "../../paths.ts";

type Loaded = Awaited<ReturnType<typeof loader>>;

export const meta = titled<Loaded>((t, loaded, locale) => {
  if (!loaded) return t.questionnaires.list.title;
  const { title, number } = loaded.version;
  return `${textIn(title, locale)}, ${t.questionnaires.history.version(formatCount(number, locale))}`;
});

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  return answering(async () => {
    await requireVerb(request, context, "questionnaire.read");
    return readVersion(context.db, context.checking, params.name ?? "", numberOf(params.number));
  });
}

export default function Version() {
  const t = useTexts().questionnaires;
  const read = useReader();
  const locale = useLocale();
  const { version, reading } = useLoaderData<typeof loader>();
  const { name, number, title } = version;
  const actions = (
    <>
      <a className="button" href={paths.versionFile(name, number)} download={`${name}-${number}.json`}>
        {t.version.download}
      </a>
      <Link className="button button--primary" to={paths.versionPreview(name, number)}>
        {t.version.preview}
      </Link>
    </>
  );
  return (
    <div className="stack">
      <PageHead
        title={`${read(title)}, ${t.history.version(formatCount(number, locale))}`}
        subtitle={t.version.previewText}
        trail={[
          { to: paths.questionnaires(), label: t.list.title },
          { to: paths.questionnaire(name), label: read(title) },
        ]}
        trailLabel={t.list.title}
        actions={actions}
      />
      <Facts />
      {reading.against ? (
        <section className="stack stack--close">
          <h2>
            {t.version.changes}{" "}
            <span className="quiet">{t.changes.against(formatCount(reading.against.version.number, locale))}</span>
          </h2>
          {version.amends ? <p>{t.history.amendment(formatCount(reading.against.version.number, locale))}</p> : null}
          <ChangeList changes={reading.against.changes} counts={reading.against.counts} />
        </section>
      ) : null}
      <ItemTable sheet={reading.sheet} />
      <Remarks faults={reading.faults} />
    </div>
  );
}

function Facts() {
  const texts = useTexts();
  const t = texts.questionnaires.version;
  const locale = useLocale();
  const { version, rounds } = useLoaderData<typeof loader>();
  const facts = [
    [t.facts.published, formatDate(version.publishedAt, locale)],
    [t.facts.proposed, version.proposer],
    [t.facts.publisher, version.publisher ?? (version.proposer ? null : t.nobody)],
    [t.facts.minutes, version.minutes === null ? null : t.minutes(formatCount(version.minutes, locale))],
    [t.facts.privacy, version.privacy && texts.rounds.privacy[version.privacy]],
    [t.facts.roster, version.hasRoster ? t.roster : null],
    [t.facts.rounds, <RoundLinks key="rounds" rounds={rounds} />],
    [t.facts.checksum, <code key="checksum">{version.checksum}</code>],
  ] as const;
  return (
    <dl className="facts card">
      {facts
        .filter(([, value]) => value !== null)
        .map(([label, value]) => (
          <Fact key={label} label={label} value={value} />
        ))}
    </dl>
  );
}

function Fact({ label, value }: { label: string; value: React.ReactNode }) {
  return (
    <>
      <dt>{label}</dt>
      <dd>{value}</dd>
    </>
  );
}

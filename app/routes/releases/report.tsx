import type { LoaderFunctionArgs } from "@remix-run/node";
import { Form, Link, useLoaderData } from "@remix-run/react";
import { FigureBlock } from "../../components/charts/figure-block.tsx";
import { EmptyState } from "../../components/layout/empty-state.tsx";
import { FormField } from "../../components/layout/form-field.tsx";
import { PageHead } from "../../components/layout/page-head.tsx";
import { titled } from "../../components/layout/titled.ts";
import { DOWNLOADS_ID, Downloads } from "../../components/releases/downloads.tsx";
import { useParticipation } from "../../components/releases/participation.ts";
import { useLocale, useReader, useTexts } from "../../components/texts.ts";
import { FORMATS } from "../../domain/export/index.ts";
import type { Breakdown } from "../../domain/figures.ts";
import type { ReleaseBlock } from "../../domain/report/blocks.ts";
import { ruleInWords } from "../../domain/report/in-words.ts";
import { type ReleaseSummary, type Report, readReport } from "../../domain/report/read-report.server.ts";
import { formatCount, formatDate, formatList, textIn } from "../../format.ts";
import { requireVerb } from "../../http/guard.server.ts";
import { answering } from "../../http/respond.server.ts";
import { paths } from "../../paths.ts";

export const meta = titled<Report>((t, data, locale) =>
  data ? `${textIn(data.release.title, locale)} ${data.release.wave}` : t.releases.list.title,
);

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  return answering(async () => {
    await requireVerb(request, context, "release.read");
    const breakdown = new URL(request.url).searchParams.get("nach");
    const report = await readReport(context.report, params.releaseId ?? "", breakdown);
    return { ...report, formats: FORMATS.map(({ id }) => id) };
  });
}

export default function ReportPage() {
  const { release, breakdowns, chosen, blocks, formats } = useLoaderData<typeof loader>();
  const { releases: t, downloads } = useTexts();
  const read = useReader();
  return (
    <>
      <PageHead
        title={`${read(release.title)} ${release.wave}`}
        subtitle={<Facts release={release} />}
        trail={[{ to: paths.releases(), label: t.list.title }]}
        trailLabel={t.list.title}
        actions={
          <a className="button" href={`#${DOWNLOADS_ID}`}>
            {downloads.jump}
          </a>
        }
      />
      <RuleSentence release={release} />
      <div className="report">
        <div className="report__contents">{blocks.length > 0 ? <Contents blocks={blocks} /> : null}</div>
        <div className="report__figures stack">
          <Chooser release={release} breakdowns={breakdowns} chosen={chosen} />
          {blocks.length === 0 ? <EmptyState title={t.report.emptyTitle} /> : null}
          {blocks.map((block, index) => (
            <Block key={block.question} id={anchor(index)} block={block} breakdown={chosen} />
          ))}
          <Downloads releaseId={release.releaseId} formats={formats} />
        </div>
      </div>
    </>
  );
}

const anchor = (index: number) => `frage-${index + 1}`;

function Facts({ release }: { release: ReleaseSummary }) {
  const t = useTexts().releases.report;
  const locale = useLocale();
  const count = (n: number) => formatCount(n, locale);
  const facts = [
    t.release(count(release.number), formatDate(release.madeAt, locale)),
    t.version(count(release.version)),
    useParticipation(release),
    t.closedOn(formatDate(release.closedAt, locale)),
  ];
  return (
    <>
      {facts.join(" · ")} {release.fictional ? <span className="chip chip--warn">{t.fictional}</span> : null}
    </>
  );
}

function RuleSentence({ release }: { release: ReleaseSummary }) {
  const texts = useTexts();
  const locale = useLocale();
  return (
    <p className="report__rule">
      {ruleInWords(release, texts, locale)} <Link to={paths.rule()}>{texts.releases.report.ruleLink}</Link>
    </p>
  );
}

/** A plain form: works without JavaScript, and the address can be shared. */
function Chooser({ release, breakdowns, chosen }: Omit<Report, "blocks">) {
  const t = useTexts().releases.report;
  const locale = useLocale();
  const read = useReader();
  if (breakdowns.length === 0) {
    const none = release.hasOrganisations ? t.breakdownNoneOffered : t.breakdownNever[release.respondents];
    return <p className="quiet">{none}</p>;
  }
  const groups = chosen?.groups.map(({ label, n }) => t.group(read(label), formatCount(n, locale)));
  return (
    <div className="card no-print">
      <Form method="get" className="filter-bar" preventScrollReset>
        <FormField
          key={chosen?.code ?? ""}
          label={t.breakdown}
          name="nach"
          control="select"
          select={{ defaultValue: chosen?.code ?? "" }}
        >
          <option value="">{t.breakdownNone}</option>
          {breakdowns.map(({ code, label }) => (
            <option key={code} value={code}>
              {read(label)}
            </option>
          ))}
        </FormField>
        <button type="submit" className="button">
          {t.breakdownShow}
        </button>
      </Form>
      <p className="table-note" role="status">
        {chosen && groups ? t.groups(groups.join(" · ")) : t.total}
      </p>
    </div>
  );
}

function Contents({ blocks }: { blocks: ReleaseBlock[] }) {
  const t = useTexts().releases.report;
  const read = useReader();
  return (
    <details className="report__list" open>
      <summary>{t.contents}</summary>
      <nav aria-label={t.contents}>
        <ol>
          {blocks.map((block, index) => (
            <li key={block.question}>
              <a href={`#${anchor(index)}`}>{read(block.title)}</a>
            </li>
          ))}
        </ol>
      </nav>
    </details>
  );
}

function Block({ id, block, breakdown }: { id: string; block: ReleaseBlock; breakdown: Breakdown | null }) {
  const t = useTexts().releases.report;
  const locale = useLocale();
  const read = useReader();
  const hidden = block.hidden.map(read);
  if (block.items.length === 0) {
    return (
      <section className="figure card" id={id} aria-labelledby={`${id}-title`}>
        <h2 className="figure__title" id={`${id}-title`}>
          {read(block.title)}
        </h2>
        <p className="figure__withheld">
          {t.hiddenAll} <Link to={paths.rule()}>{t.ruleLink}</Link>
        </p>
      </section>
    );
  }
  return (
    <div id={id}>
      <FigureBlock block={block} breakdown={breakdown} locale={locale} headingLevel={2} ruleHref={paths.rule()} />
      {hidden.length > 0 ? <p className="table-note">{t.hidden(formatList(hidden, locale))}</p> : null}
    </div>
  );
}

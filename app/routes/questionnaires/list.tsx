import type { LoaderFunctionArgs } from "@remix-run/node";
import { Link, useLoaderData } from "@remix-run/react";
import { EmptyState } from "../../components/layout/empty-state.tsx";
import { PageHead } from "../../components/layout/page-head.tsx";
import { titled } from "../../components/layout/titled.ts";
import { DraftTable } from "../../components/questionnaires/draft-table.tsx";
import { RoundLinks } from "../../components/questionnaires/round-links.tsx";
import { TableScroll } from "../../components/table/table-scroll.tsx";
import { useLocale, useReader, useTexts } from "../../components/texts.ts";
import { type QuestionnaireEntry, readQuestionnaires } from "../../domain/questionnaires/read-questionnaires.server.ts";
import { may } from "../../domain/roles.ts";
import { formatCount, formatDate } from "../../format.ts";
import { requireVerb } from "../../http/guard.server.ts";
import { answering } from "../../http/respond.server.ts";
import { paths } from "../../paths.ts";

export const meta = titled((t) => t.questionnaires.list.title);

export async function loader({ request, context }: LoaderFunctionArgs) {
  return answering(async () => {
    const { parts } = await requireVerb(request, context, "questionnaire.read");
    return { ...(await readQuestionnaires(context.db)), mayEdit: may(parts, "questionnaire.edit") };
  });
}

export default function List() {
  const t = useTexts().questionnaires.list;
  const { list, drafts, mayEdit } = useLoaderData<typeof loader>();
  const upload = mayEdit ? (
    <Link className="button" to={paths.newQuestionnaire()}>
      {t.upload}
    </Link>
  ) : undefined;
  return (
    <div className="stack">
      <PageHead title={t.title} subtitle={t.subtitle} actions={upload} />
      {drafts.length > 0 ? <DraftTable drafts={drafts} title={t.drafts} /> : null}
      {list.length > 0 ? <Questionnaires list={list} /> : <EmptyState title={t.emptyTitle} text={t.empty} />}
    </div>
  );
}

function Questionnaires({ list }: { list: QuestionnaireEntry[] }) {
  const t = useTexts().questionnaires.list;
  return (
    <TableScroll label={t.table}>
      <table className="data data--records">
        <thead>
          <tr>
            <th scope="col">{t.heads.title}</th>
            <th scope="col" className="number">
              {t.heads.version}
            </th>
            <th scope="col">{t.heads.published}</th>
            <th scope="col" className="number">
              {t.heads.minutes}
            </th>
            <th scope="col">{t.heads.rounds}</th>
          </tr>
        </thead>
        <tbody>
          {list.map((entry) => (
            <Line key={entry.latest.name} entry={entry} />
          ))}
        </tbody>
      </table>
    </TableScroll>
  );
}

function Line({ entry: { latest, rounds } }: { entry: QuestionnaireEntry }) {
  const t = useTexts().questionnaires.list;
  const locale = useLocale();
  const read = useReader();
  return (
    <tr>
      <th scope="row">
        <Link to={paths.questionnaire(latest.name)}>{read(latest.title)}</Link>
        <span className="under">{latest.name}</span>
      </th>
      <td className="number" data-label={t.heads.version}>
        <Link to={paths.version(latest.name, latest.number)}>{formatCount(latest.number, locale)}</Link>
      </td>
      <td data-label={t.heads.published}>{formatDate(latest.publishedAt, locale)}</td>
      <td className="number" data-label={t.heads.minutes}>
        {latest.minutes === null ? t.unknown : t.minutes(formatCount(latest.minutes, locale))}
      </td>
      <td data-label={t.heads.rounds}>
        <RoundLinks rounds={rounds} />
      </td>
    </tr>
  );
}

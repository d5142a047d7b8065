import type { LoaderFunctionArgs } from "@remix-run/node";
import { Link, useLoaderData } from "@remix-run/react";
import { PageHead } from "../../components/layout/page-head.tsx";
import { titled } from "../../components/layout/titled.ts";
import { DoneNotice } from "../../components/members/done-notice.tsx";
import { AttributesCard, HistoryTable, RoundsTable, TeamCard } from "../../components/members/project-cards.tsx";
import { useLocale, useTexts } from "../../components/texts.ts";
import { PROJECT_ATTRIBUTES } from "../../domain/members/attributes.ts";
import { readProject } from "../../domain/members/read-members.server.ts";
import { formatDate } from "../../format.ts";
import { requireVerb } from "../../http/guard.server.ts";
import { idOf } from "../../http/params.server.ts";
import { answering } from "../../http/respond.server.ts";
import { paths } from "../../paths.ts";

export const meta = titled<Awaited<ReturnType<typeof loader>>>((t, page) => page?.project.project ?? t.members.title);

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  return answering(async () => {
    await requireVerb(request, context, "member.read");
    return readProject(context.db, idOf(params.projectId), new Date());
  });
}

export default function Project() {
  const t = useTexts().members;
  const locale = useLocale();
  const page = useLoaderData<typeof loader>();
  const { project, today } = page;
  const from = formatDate(project.active_from, locale);
  const span = project.active_until
    ? t.project.span(from, formatDate(project.active_until, locale))
    : project.active_from > today
      ? t.project.from(from)
      : t.project.since(from);
  return (
    <>
      <PageHead
        title={project.project}
        subtitle={
          <>
            <Link to={paths.organisation(project.organisation_id)}>{project.organisation}</Link> · {span}
          </>
        }
        trail={[{ to: paths.members(), label: t.title }]}
        trailLabel={t.title}
        actions={
          <Link className="button" to={paths.editProject(project.project_id)}>
            {t.project.edit}
          </Link>
        }
      />
      <DoneNotice texts={t.project.done} />
      <div className="columns">
        <AttributesCard page={page} attributes={PROJECT_ATTRIBUTES.map(({ code }) => ({ code }))} />
        <TeamCard page={page} />
      </div>
      <HistoryTable page={page} />
      <RoundsTable page={page} />
    </>
  );
}

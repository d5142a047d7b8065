import type { LoaderFunctionArgs } from "@remix-run/node";
import { Link, useLoaderData } from "@remix-run/react";
import { EmptyState } from "../../components/layout/empty-state.tsx";
import { PageHead } from "../../components/layout/page-head.tsx";
import { titled } from "../../components/layout/titled.ts";
import { FilterForm } from "../../components/members/filter-form.tsx";
import { Pager } from "../../components/members/pager.tsx";
import { ProjectTable } from "../../components/members/project-table.tsx";
import { SectionNav } from "../../components/members/section-nav.tsx";
import { valueOptions } from "../../components/members/values-text.ts";
import { useLocale, useTexts } from "../../components/texts.ts";
import { findAttribute } from "../../domain/members/attributes.ts";
import { readProjects } from "../../domain/members/read-members.server.ts";
import { formatCount } from "../../format.ts";
import { requireVerb } from "../../http/guard.server.ts";
import { listView } from "../../http/member-form.server.ts";
import { answering } from "../../http/respond.server.ts";
import { paths } from "../../paths.ts";

const FILTERED = ["land", "ph", "ansatz"] as const;
const STATES = ["active", "ended", "all"] as const;
const SORTS = ["project", "organisation", "land", "active_from"] as const;

export const meta = titled((t) => t.members.title);

export async function loader({ request, context }: LoaderFunctionArgs) {
  return answering(async () => {
    await requireVerb(request, context, "member.read");
    const { text, page, oneOf } = listView(request);
    const choices = FILTERED.map((code) => {
      const codes = findAttribute(code)?.codes ?? [];
      return { code, codes, value: oneOf(code, codes) };
    });
    const values = Object.fromEntries(choices.flatMap(({ code, value }) => (value ? [[code, value]] : [])));
    const state = oneOf("stand", STATES) ?? "active";
    const sort = oneOf("sortierung", SORTS) ?? "project";
    const list = await readProjects(context.db, { text, values, state, sort, page }, new Date());
    return { ...list, choices, view: { text, state, sort } };
  });
}

export default function Projects() {
  const texts = useTexts();
  const t = texts.members;
  const locale = useLocale();
  const { projects, shown, total, active, page, pages, today, choices, view } = useLoaderData<typeof loader>();
  const named = (words: Record<string, string>) => Object.entries(words).map(([value, label]) => ({ value, label }));
  const chosen = Object.fromEntries(choices.map(({ code, value }) => [code, value]));
  const address = { suche: view.text || undefined, ...chosen, stand: view.state, sortierung: view.sort };
  const filtered = view.text !== "" || choices.some(({ value }) => value) || view.state !== "active";
  return (
    <>
      <PageHead
        title={t.title}
        subtitle={t.projects.subtitle(formatCount(total, locale), formatCount(active, locale))}
        actions={
          <>
            <Link className="button" to={paths.memberImports()}>
              {t.projects.read}
            </Link>
            <Link className="button button--primary" to={paths.newProject()}>
              {t.projects.create}
            </Link>
          </>
        }
      />
      <SectionNav />
      {total === 0 ? (
        <EmptyState title={t.projects.emptyTitle} text={t.projects.empty} />
      ) : (
        <>
          <FilterForm
            action={paths.members()}
            text={view.text}
            hint={t.projects.searchHint}
            filtered={filtered}
            choices={[
              ...choices.map(({ code, codes, value }) => ({
                name: code,
                label: code === "ph" ? t.projects.phenomenon : (texts.attributes.names[code] ?? code),
                value,
                options: [{ value: "", label: t.filter.all }, ...valueOptions(texts, code, codes, locale)],
              })),
              { name: "stand", label: t.filter.state, value: view.state, options: named(t.projects.states) },
              { name: "sortierung", label: t.filter.sort, value: view.sort, options: named(t.projects.sorts) },
            ]}
          />
          <p className="list-count" role="status">
            {t.projects.shown(formatCount(shown, locale), formatCount(total, locale))}
          </p>
          {projects.length > 0 ? (
            <ProjectTable projects={projects} today={today} />
          ) : (
            <EmptyState title={t.filter.nothingTitle} text={t.filter.nothing} />
          )}
          <Pager page={page} pages={pages} to={(next) => paths.members({ ...address, seite: String(next) })} />
          <p className="list-files">
            <a href={paths.memberExport("csv")}>{t.projects.csv}</a>
            <a href={paths.memberExport("xlsx")}>{t.projects.xlsx}</a>
            <span className="muted">{t.projects.exportNote}</span>
          </p>
        </>
      )}
    </>
  );
}

import { Link } from "@remix-run/react";
import type { ListedProject } from "#db/queries/members.server.ts";
import { formatDate } from "../../format.ts";
import { paths } from "../../paths.ts";
import { StateChip } from "../layout/state-chip.tsx";
import { TableScroll } from "../table/table-scroll.tsx";
import { useLocale, useTexts } from "../texts.ts";
import { valuesText } from "./values-text.ts";

type ProjectTableProps = {
  projects: ListedProject[];
  /** ISO day */
  today: string;
  /** the page is about one organisation */
  bare?: boolean;
};

/** Projects with what they are about and who leads them. */
export function ProjectTable({ projects, today, bare }: ProjectTableProps) {
  const texts = useTexts();
  const t = texts.members;
  const heads = {
    land: texts.attributes.names.land ?? "",
    focus: texts.attributes.names.ph_haupt ?? "",
    approach: texts.attributes.names.ansatz ?? "",
  };
  return (
    <TableScroll label={t.projects.table}>
      <table className="data data--records">
        <thead>
          <tr>
            <th scope="col">{t.columns.project}</th>
            {bare ? null : <th scope="col">{t.columns.organisation}</th>}
            <th scope="col">{heads.land}</th>
            <th scope="col">{heads.focus}</th>
            <th scope="col">{heads.approach}</th>
            <th scope="col">{t.projects.lead}</th>
            <th scope="col">{t.filter.state}</th>
          </tr>
        </thead>
        <tbody>
          {projects.map((project) => (
            <tr key={project.project_id}>
              <th scope="row">
                <Link to={paths.project(project.project_id)}>{project.project}</Link>
              </th>
              {bare ? null : (
                <td data-label={t.columns.organisation}>
                  <Link className="plain-link" to={paths.organisation(project.organisation_id)}>
                    {project.organisation}
                  </Link>
                </td>
              )}
              <td data-label={heads.land}>{valuesText(texts, "land", project.attributes.land)}</td>
              <td data-label={heads.focus}>{valuesText(texts, "ph_haupt", project.attributes.ph_haupt)}</td>
              <td data-label={heads.approach}>{valuesText(texts, "ansatz", project.attributes.ansatz)}</td>
              <td data-label={t.projects.lead}>{project.leads.join(", ") || t.projects.noLead}</td>
              <td data-label={t.filter.state}>
                <ProjectState project={project} today={today} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </TableScroll>
  );
}

function ProjectState({ project, today }: { project: ListedProject; today: string }) {
  const t = useTexts().members.projects.stateOf;
  const locale = useLocale();
  const { active_from: from, active_until: until } = project;
  if (until && until < today)
    return <StateChip tone="idle">{`${t.ended} ${formatDate(until, locale, "short")}`}</StateChip>;
  if (from > today) return <StateChip tone="started">{`${t.coming} ${formatDate(from, locale, "short")}`}</StateChip>;
  return <StateChip tone="done">{t.active}</StateChip>;
}

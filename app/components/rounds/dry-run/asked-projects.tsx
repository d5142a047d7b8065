import { Link } from "@remix-run/react";
import type { AskedProject } from "../../../domain/rounds/dry-run.server.ts";
import { formatList } from "../../../format.ts";
import { paths } from "../../../paths.ts";
import { TableScroll } from "../../table/table-scroll.tsx";
import { useLocale, useTexts } from "../../texts.ts";

type AskedProjectsProps = { roundId: string; projects: AskedProject[]; only: boolean };

/** Every project of the audience with the people who would be written to. */
export function AskedProjects({ roundId, projects, only }: AskedProjectsProps) {
  const t = useTexts().roundSetup.summary;
  const lands = useTexts().attributes.codes.land ?? {};
  const shown = only ? projects.filter((project) => !project.leads) : projects;
  return (
    <section className="stack--close" id="projekte">
      <h2>{t.projects}</h2>
      <p>
        {only ? (
          <Link to={`${paths.dryRun(roundId)}#projekte`}>{t.everybody}</Link>
        ) : (
          <Link to={`${paths.dryRun(roundId, { zeigen: "ohne" })}#projekte`}>{t.only}</Link>
        )}
      </p>
      {shown.length === 0 ? (
        <p>{t.noneOf}</p>
      ) : (
        <TableScroll label={t.projects} tall>
          <table className="data data--records">
            <thead>
              <tr>
                <th scope="col">{t.projectHeads.project}</th>
                <th scope="col">{t.projectHeads.land}</th>
                <th scope="col">{t.projectHeads.people}</th>
              </tr>
            </thead>
            <tbody>
              {shown.map((project) => (
                <tr key={project.projectId}>
                  <th scope="row">
                    <Link to={paths.project(project.projectId)}>{project.name}</Link>
                  </th>
                  <td data-label={t.projectHeads.land}>{(project.land && lands[project.land]) ?? "–"}</td>
                  <td data-label={t.projectHeads.people}>
                    <People project={project} />
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </TableScroll>
      )}
    </section>
  );
}

function People({ project: { people, leads } }: { project: AskedProject }) {
  const t = useTexts().roundSetup.summary;
  const locale = useLocale();
  if (people.length === 0) return <span className="chip chip--warn">{t.nobody}</span>;
  const names = formatList(people, locale);
  return leads ? names : t.membersOnly(names);
}

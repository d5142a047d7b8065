import type { AudienceChoices } from "../../../domain/rounds/read-setup.server.ts";
import { formatCount } from "../../../format.ts";
import { FormField } from "../../layout/form-field.tsx";
import { useLocale, useTexts } from "../../texts.ts";

type Project = AudienceChoices["projects"][number];

type ProjectPickerProps = {
  projects: Project[];
  /** ids */
  chosen: readonly string[];
  q: string;
};

/** Single projects out of many: what is chosen stays on top, the search narrows down the others on the server. */
export function ProjectPicker({ projects, chosen, q }: ProjectPickerProps) {
  const t = useTexts().roundSetup.audience;
  const locale = useLocale();
  const isChosen = (project: Project) => chosen.includes(project.projectId);
  const wanted = q.trim().toLocaleLowerCase(locale);
  const picked = projects.filter(isChosen);
  const others = projects.filter(
    (project) => !isChosen(project) && project.name.toLocaleLowerCase(locale).includes(wanted),
  );
  return (
    <div className="stack--close">
      <div className="filter-bar">
        <FormField
          name="q"
          label={t.search}
          hint={t.projectsHint}
          input={{ type: "search", defaultValue: q, autoComplete: "off" }}
        />
        <button type="submit" className="button" name="intent" value="filter">
          {t.filter}
        </button>
      </div>
      {picked.length > 0 ? (
        <Boxes legend={t.chosen(formatCount(picked.length, locale))} projects={picked} checked />
      ) : null}
      {others.length > 0 ? (
        <Boxes legend={t.found(formatCount(others.length, locale))} projects={others} />
      ) : (
        <p className="quiet">{t.nothingFound}</p>
      )}
    </div>
  );
}

function Boxes({ legend, projects, checked }: { legend: string; projects: Project[]; checked?: boolean }) {
  const labels = useTexts().attributes.codes.land ?? {};
  return (
    <fieldset className="choices">
      <legend>{legend}</legend>
      <div className="project-boxes">
        {projects.map(({ projectId, name, land }) => (
          <label className="choice" key={projectId}>
            <input type="checkbox" name="projects" value={projectId} defaultChecked={checked} />
            <span>
              {name}
              {land ? <span className="quiet"> {labels[land] ?? land}</span> : null}
            </span>
          </label>
        ))}
      </div>
    </fieldset>
  );
}

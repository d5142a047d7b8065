import type { ActiveProject } from "#db/queries/audience.server.ts";
import type { Audience } from "#db/tables/round.ts";
import { textsOf } from "../../locales/index.ts";
import { withParents } from "../disclosure/hierarchy.ts";

/** Attributes by which an audience may be chosen, in the order of the form. */
export const AUDIENCE_ATTRIBUTES = [
  "land",
  "region5",
  "ph",
  "ansatz",
  "setting",
  "traeger",
  "vzae",
  "reichweite",
  "restlauf",
  "status",
] as const;

/** The codes of an attribute in the order in which they are shown. */
export function codesOf(attribute: string): string[] {
  return Object.keys(textsOf("de").attributes.codes[attribute] ?? {});
}

/**
 * The projects of an audience. By attributes: one of the chosen values of every attribute that has any. People by link
 * are no projects.
 */
export function chooseProjects(projects: readonly ActiveProject[], audience: Audience): ActiveProject[] {
  switch (audience.kind) {
    case "all":
      return [...projects];
    case "projects": {
      const chosen = new Set(audience.projectIds);
      return projects.filter((project) => chosen.has(project.project_id));
    }
    case "attributes": {
      const wanted = Object.entries(audience.attributes).filter(([, values]) => values.length > 0);
      return projects.filter((project) =>
        wanted.every(([attribute, values]) => valuesOf(project, attribute).some((value) => values.includes(value))),
      );
    }
    case "link":
      return [];
  }
}

/** The values of a project; a coarser attribute follows from the finer one where that is known. */
function valuesOf({ attributes }: ActiveProject, attribute: string): string[] {
  const first = Object.fromEntries(Object.entries(attributes).map(([code, values]) => [code, values[0]]));
  const derived = withParents(first)[attribute];
  const own = attributes[attribute] ?? [];
  return derived === undefined || own.includes(derived) || attribute === "ph" ? own : [derived];
}

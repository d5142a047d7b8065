import type { Locale } from "../locales/index.ts";
import { may, type Part, type Verb } from "./roles.ts";

/** The signed-in person. */
export type Viewer = { accountId: string; name: string; locale: Locale; parts: Part[] };

/** True if the person may do it anywhere at all: enough to show a link, never enough to act. */
export function maySomewhere(viewer: Viewer, verb: Verb): boolean {
  return viewer.parts.some((part) => may([part], verb, part.projectId));
}

/** Ids of the projects in which the person holds the verb. */
export function projectsWith(viewer: Pick<Viewer, "parts">, verb: Verb): string[] {
  return viewer.parts.flatMap((part) => (part.projectId && may([part], verb, part.projectId) ? [part.projectId] : []));
}

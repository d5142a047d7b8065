import { Problem } from "../problem.ts";
import { may, type Verb } from "../roles.ts";
import type { Viewer } from "../viewer.ts";

const UUID = /^[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}$/;

/** Stops with not-found where the viewer does not hold the verb in this very project, or there is no such project. */
export function assertInProject(viewer: Viewer, verb: Verb, projectId: string): void {
  const own = viewer.parts.some((part) => part.projectId === projectId && may([part], verb, projectId));
  if (!UUID.test(projectId) || !own) throw new Problem("not-found");
}

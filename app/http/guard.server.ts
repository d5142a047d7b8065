import { redirect } from "@remix-run/node";
import { Problem } from "../domain/problem.ts";
import type { Verb } from "../domain/roles.ts";
import { assertInProject } from "../domain/team/access.ts";
import { maySomewhere, type Viewer } from "../domain/viewer.ts";
import { paths } from "../paths.ts";
import type { App } from "./context.ts";
import { findViewer } from "./session.server.ts";

/** The signed-in person; everybody else is sent to the sign-in page and back again. */
export async function requireViewer(request: Request, app: App): Promise<Viewer> {
  const viewer = await findViewer(request, app);
  if (viewer) return viewer;
  const url = new URL(request.url);
  throw redirect(paths.signIn(url.pathname + url.search));
}

/** The signed-in person, if they hold the verb somewhere; else 404, so that nobody learns what exists. */
export async function requireVerb(request: Request, app: App, verb: Verb): Promise<Viewer> {
  const viewer = await requireViewer(request, app);
  if (!maySomewhere(viewer, verb)) throw new Problem("not-found");
  return viewer;
}

/** The signed-in person, if they hold the verb in this very project; else 404. */
export async function requireInProject(
  request: Request,
  app: App,
  verb: Verb,
  projectId: string | undefined,
): Promise<{ viewer: Viewer; projectId: string }> {
  const viewer = await requireViewer(request, app);
  assertInProject(viewer, verb, projectId ?? "");
  return { viewer, projectId: projectId ?? "" };
}

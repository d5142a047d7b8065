import { type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { maySomewhere } from "../domain/viewer.ts";
import { requireViewer } from "../http/guard.server.ts";
import { answering } from "../http/respond.server.ts";
import { paths } from "../paths.ts";

/** Everybody starts where their work is. */
export async function loader({ request, context }: LoaderFunctionArgs) {
  return answering(async () => {
    const viewer = await requireViewer(request, context);
    if (maySomewhere(viewer, "round.read")) return redirect(paths.rounds());
    if (maySomewhere(viewer, "invitation.read")) return redirect(paths.invitations());
    return redirect(paths.releases());
  });
}

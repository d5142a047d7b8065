import { type ActionFunctionArgs, redirect } from "@remix-run/node";
import { answering } from "../../http/respond.server.ts";
import { endSession } from "../../http/session.server.ts";
import { paths } from "../../paths.ts";

export async function action({ request, context }: ActionFunctionArgs) {
  return answering(async () => {
    return redirect(paths.signIn(), { headers: { "Set-Cookie": await endSession(request, context) } });
  });
}

/** A link cannot sign anybody out. */
export function loader() {
  return redirect(paths.home());
}

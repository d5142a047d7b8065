import { type ActionFunctionArgs, redirect } from "@remix-run/node";
import { CLEARS_DEVICE } from "../../http/headers.server.ts";
import { answering } from "../../http/respond.server.ts";
import { endSession } from "../../http/session.server.ts";
import { paths } from "../../paths.ts";

export async function action({ request, context }: ActionFunctionArgs) {
  return answering(async () => {
    const headers = { "Set-Cookie": await endSession(request, context), ...CLEARS_DEVICE };
    return redirect(paths.signIn(), { headers });
  });
}

/** A link cannot sign anybody out. */
export function loader() {
  return redirect(paths.home());
}

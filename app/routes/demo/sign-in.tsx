import { type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { z } from "zod";
import { findDemoAccount } from "#db/queries/accounts.server.ts";
import { Problem } from "../../domain/problem.ts";
import { isDemoKey } from "../../domain/sign-in/demo-key.server.ts";
import { answering } from "../../http/respond.server.ts";
import { startSession } from "../../http/session.server.ts";
import { paths } from "../../paths.ts";

const role = z.enum(["coordination", "coordination2", "steering", "analyst", "lead", "member"]);

/** Signs the bearer of the installation's key in as the sample account of a role. In the demo only. */
export async function loader({ request, params, context }: LoaderFunctionArgs) {
  return answering(async () => {
    const asked = role.safeParse(params.role);
    const key = new URL(request.url).searchParams.get("key") ?? "";
    if (!context.env.demo || !asked.success || !(await isDemoKey(context.env.dataDir, key)))
      throw new Problem("not-found");
    const accountId =
      asked.data === "coordination2"
        ? await findDemoAccount(context.db, "coordination", 1)
        : await findDemoAccount(context.db, asked.data);
    if (!accountId) throw new Problem("not-found");
    return redirect(paths.home(), { headers: { "Set-Cookie": await startSession(request, context, accountId) } });
  });
}

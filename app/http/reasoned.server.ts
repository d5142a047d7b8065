import { data, redirect } from "@remix-run/node";
import { z } from "zod";
import { Problem } from "../domain/problem.ts";
import { parseForm } from "./form.server.ts";

/** Far above what is kept: a reason that is too long is said to be so, and stays in its field. */
const schema = z.strictObject({ reason: z.string().max(10_000).default("") });

/** Takes a step with the reason of a form and leads on. A reason that is refused comes back with its faults. */
export async function takeReasoned(request: Request, to: string, step: (reason: string) => Promise<void>) {
  const { reason } = await parseForm(request, schema);
  try {
    await step(reason);
  } catch (error) {
    if (!(error instanceof Problem) || error.code !== "invalid-round") throw error;
    return data({ faults: error.faults, reason }, { status: error.status });
  }
  return redirect(to);
}

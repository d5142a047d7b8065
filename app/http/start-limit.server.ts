import { data } from "@remix-run/node";
import { Problem } from "../domain/problem.ts";

/** The cover once more, with the minutes to wait. Anything but too-many-requests is thrown on. */
export function refuseStart(problem: unknown) {
  if (!(problem instanceof Problem) || problem.code !== "too-many-requests") throw problem;
  const wait = problem.retryAfter ?? 60;
  return data({ minutes: Math.ceil(wait / 60) }, { status: 429, headers: { "Retry-After": String(wait) } });
}

import { isUnavailable } from "#db/client.server.ts";
import { Problem } from "../domain/problem.ts";

/**
 * Runs a loader or an action and turns a Problem into the response with its status; a database that is away becomes
 * a 503. Remix shows thrown responses in the error boundary, fetches get the JSON body.
 */
export async function answering<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof Problem) throw error.toResponse();
    if (isUnavailable(error)) throw new Problem("unavailable", { retryAfter: 2 }).toResponse();
    throw error;
  }
}

/** How long to wait after too-many-requests, for the form that says so. Anything else is thrown on. */
export function secondsToWait(problem: unknown): number {
  if (!(problem instanceof Problem) || problem.code !== "too-many-requests") throw problem;
  return problem.retryAfter ?? 60;
}

/** Status and header of such a form. */
export function later(wait: number): { status: number; headers: Record<string, string> } {
  return { status: 429, headers: { "Retry-After": String(wait) } };
}

import { isRouteErrorResponse } from "@remix-run/react";
import { PROBLEMS, type ProblemCode } from "../domain/problem.ts";

/** Which Problem an error of the router is; undefined when nobody foresaw it. */
export function problemOf(error: unknown): ProblemCode | undefined {
  if (!isRouteErrorResponse(error)) return undefined;
  const named = (error.data as { code?: string } | null)?.code;
  const codes = Object.keys(PROBLEMS) as ProblemCode[];
  return codes.find((code) => code === named) ?? codes.find((code) => PROBLEMS[code] === error.status);
}

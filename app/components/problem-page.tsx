import { isRouteErrorResponse, Link, useRouteError } from "@remix-run/react";
import { PROBLEMS, type ProblemCode } from "../domain/problem.ts";
import { paths } from "../paths.ts";
import { PageHead } from "./layout/page-head.tsx";
import { useTexts } from "./texts.ts";

/** What went wrong, in words, and what to do now. Shown by the error boundary. */
export function ProblemPage() {
  const t = useTexts().problems;
  const code = problemOf(useRouteError());
  const text = code ? t.codes[code] : t.unexpected;
  return (
    <>
      <PageHead title={text.title} subtitle={text.advice} />
      <p>
        <Link className="button" to={paths.home()}>
          {t.back}
        </Link>
      </p>
    </>
  );
}

function problemOf(error: unknown): ProblemCode | undefined {
  if (!isRouteErrorResponse(error)) return undefined;
  const named = (error.data as { code?: string } | null)?.code;
  const codes = Object.keys(PROBLEMS) as ProblemCode[];
  return codes.find((code) => code === named) ?? codes.find((code) => PROBLEMS[code] === error.status);
}

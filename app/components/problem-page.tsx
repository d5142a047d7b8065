import { Link, useRouteError } from "@remix-run/react";
import { paths } from "../paths.ts";
import { PageHead } from "./layout/page-head.tsx";
import { problemOf } from "./problem-of.ts";
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

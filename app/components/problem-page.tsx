import { Link, useRouteError } from "@remix-run/react";
import { useEffect } from "react";
import { paths } from "../paths.ts";
import { PageHead } from "./layout/page-head.tsx";
import { problemOf } from "./problem-of.ts";
import { useLocale, useTexts } from "./texts.ts";

/** What went wrong, in words, and what to do now. Shown by the error boundary. */
export function ProblemPage() {
  const error = useRouteError();
  if (error instanceof TypeError && typeof navigator !== "undefined" && !navigator.onLine) return <NoNetwork />;
  return <Problem error={error} />;
}

/** A link was followed and nothing came. Where this device keeps questionnaires, its own page shows them. */
function NoNetwork() {
  const t = useTexts().offline;
  const locale = useLocale();
  useEffect(() => {
    if (!navigator.serviceWorker?.controller) return;
    const { pathname, search } = window.location;
    window.location.replace(`${paths.offline(locale)}#zurueck=${encodeURIComponent(pathname + search)}`);
  }, [locale]);
  return (
    <>
      <PageHead title={t.title} subtitle={t.noPage} />
      <p>
        <button type="button" className="button" onClick={() => window.location.reload()}>
          {t.again}
        </button>
      </p>
    </>
  );
}

function Problem({ error }: { error: unknown }) {
  const t = useTexts().problems;
  const code = problemOf(error);
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

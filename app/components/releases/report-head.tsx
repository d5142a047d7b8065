import { Link } from "@remix-run/react";
import type { HeadInWords } from "../../domain/report/head-in-words.ts";
import { paths } from "../../paths.ts";
import { useTexts } from "../texts.ts";

/** What stands below the title of a release. */
export function Facts({ head, fictional }: { head: HeadInWords; fictional: boolean }) {
  const t = useTexts().releases.report;
  return (
    <>
      {head.facts.join(" · ")} {fictional ? <span className="chip chip--warn">{t.fictional}</span> : null}
    </>
  );
}

export function RuleSentence({ head }: { head: HeadInWords }) {
  const t = useTexts().releases.report;
  return (
    <div className="report__rule">
      <p>{head.rule}</p>
      <p>
        {head.uncertainty} <Link to={paths.rule()}>{t.ruleLink}</Link>
      </p>
    </div>
  );
}

import { Link, useRevalidator } from "@remix-run/react";
import { useEffect, useRef, useState } from "react";
import type { findRunOfRound } from "#db/queries/release-runs.server.ts";
import { PROBLEMS, type ProblemCode } from "../../domain/problem.ts";
import { formatCount, formatPercent, formatTime } from "../../format.ts";
import { paths } from "../../paths.ts";
import { Notice } from "../layout/notice.tsx";
import { useLocale, useTexts } from "../texts.ts";

export type ReleaseRun = NonNullable<Awaited<ReturnType<typeof findRunOfRound>>>;

/** How often the page asks how far it is. */
const POLL_MS = 1500;
const STAGES = ["grouping", "counting", "checking", "writing"] as const;

/**
 * How far a release is, or why there is none. With JavaScript the page follows by itself, and who listens hears each step
 * once and the end; without, a link shows how far it is now.
 */
export function ReleaseProgress({ roundId, run }: { roundId: string; run: ReleaseRun | undefined }) {
  const t = useTexts().making;
  const isRunning = run?.problem === null;
  const wasRunning = useRef(false);
  const [isDone, setDone] = useState(false);
  usePolling(isRunning);
  useEffect(() => {
    if (isRunning) setDone(false);
    else if (wasRunning.current) setDone(!run);
    wasRunning.current = isRunning;
  }, [isRunning, run]);
  const step = useStep();
  return (
    <>
      <p className="visually-hidden" role="status">
        {isRunning ? step(run) : isDone ? t.done : null}
      </p>
      {isRunning ? <Running roundId={roundId} run={run} /> : run ? <Failed run={run} /> : null}
    </>
  );
}

function Running({ roundId, run }: { roundId: string; run: ReleaseRun }) {
  const t = useTexts().making;
  const locale = useLocale();
  const step = useStep();
  const { done, total } = run;
  return (
    <Notice
      title={t.running[run.kind]}
      actions={
        <Link className="button" to={paths.round(roundId)} preventScrollReset>
          {t.reload}
        </Link>
      }
    >
      <p>
        {step(run)}{" "}
        {total > 0
          ? t.share(formatCount(done, locale), formatCount(total, locale), formatPercent(done / total, locale))
          : null}
      </p>
      <p>{t.leave}</p>
    </Notice>
  );
}

function Failed({ run }: { run: ReleaseRun }) {
  const texts = useTexts();
  const t = texts.making;
  const locale = useLocale();
  const { problem } = run;
  return (
    <Notice kind="danger" title={t.failed[run.kind]}>
      <p>{why()}</p>
    </Notice>
  );

  function why(): string {
    // What this code says elsewhere is for people who answer.
    if (problem === "round-closed") return t.closed;
    if (problem === null || !(problem in PROBLEMS))
      return t.unexpected(formatTime(run.failed_at ?? run.requested_at, locale));
    const known = texts.problems.codes[problem as ProblemCode];
    return `${known.title} ${known.advice}`;
  }
}

function useStep(): (run: ReleaseRun) => string {
  const t = useTexts().making;
  const locale = useLocale();
  return ({ stage }) => {
    if (stage === "waiting") return t.stages.waiting;
    const number = formatCount(STAGES.indexOf(stage) + 1, locale);
    return t.step(number, formatCount(STAGES.length, locale), t.stages[stage]);
  };
}

/** Reads the page's data anew from time to time. */
function usePolling(active: boolean): void {
  const { revalidate, state } = useRevalidator();
  useEffect(() => {
    if (!active || state !== "idle") return;
    const timer = setTimeout(revalidate, POLL_MS);
    return () => clearTimeout(timer);
  }, [active, state, revalidate]);
}

import { Form, Link } from "@remix-run/react";
import type { RoundRow } from "#db/queries/rounds.server.ts";
import type { ProblemCode } from "../../domain/problem.ts";
import type { ReleaseOutlook } from "../../domain/release/outlook.server.ts";
import { formatCount, formatDate } from "../../format.ts";
import { paths } from "../../paths.ts";
import { Notice } from "../layout/notice.tsx";
import { useLocale, useTexts } from "../texts.ts";
import { ReleaseProgress, type ReleaseRun } from "./release-progress.tsx";
import { ReleaseStep } from "./release-step.tsx";

type RoundStepProps = {
  round: RoundRow;
  release: { release_id: string; number: number; made_at: Date } | undefined;
  run: ReleaseRun | undefined;
  outlook: ReleaseOutlook | null;
  /** what the person asked for and is to confirm */
  asked: string | null;
  mayEdit: boolean;
  problem: ProblemCode | undefined;
};

/** The one thing to do next with a round: close it, make its release, read that. Above it, what is being made. */
export function RoundStep(step: RoundStepProps) {
  const { run, round } = step;
  return (
    <>
      <ReleaseProgress roundId={round.round_id} run={run} />
      {run?.problem === null && run.kind === "final" ? null : <NextStep {...step} />}
    </>
  );
}

function NextStep({ round, release, outlook, asked, mayEdit, problem }: RoundStepProps) {
  const t = useTexts();
  const locale = useLocale();
  if (release) {
    const title = t.rounds.round.readTitle(formatCount(release.number, locale), formatDate(release.made_at, locale));
    return (
      <Notice
        kind="good"
        title={title}
        actions={
          <>
            <Link className="button button--primary" to={paths.release(release.release_id)}>
              {t.rounds.round.read}
            </Link>
            <Link className="button button--quiet" to={paths.changeRound(round.round_id)}>
              {t.roundChange.more}
            </Link>
          </>
        }
      />
    );
  }
  const refused = problem ? (
    <Notice kind="warn" title={t.problems.codes[problem].title} live="alert">
      <p>{t.problems.codes[problem].advice}</p>
    </Notice>
  ) : null;
  if (round.state === "open")
    return (
      <>
        {refused}
        {asked === "schliessen" ? <ConfirmClosing round={round} /> : <AskClosing roundId={round.round_id} />}
      </>
    );
  if (!outlook) return null;
  return (
    <>
      {refused}
      <ReleaseStep roundId={round.round_id} outlook={outlook} confirming={asked === "auswerten"} mayEdit={mayEdit} />
    </>
  );
}

/** Asking is a GET that changes nothing: it shows the same page with the question on it. */
function AskClosing({ roundId }: { roundId: string }) {
  const t = useTexts();
  return (
    <Form method="get" className="actions">
      <Link className="button" to={paths.changeRound(roundId, "frist")}>
        {t.roundChange.actions.frist}
      </Link>
      <button type="submit" className="button" name="schritt" value="schliessen">
        {t.rounds.round.close}
      </button>
      <Link className="button button--quiet" to={paths.changeRound(roundId)}>
        {t.roundChange.more}
      </Link>
      <Link className="button button--quiet" to={paths.roundPreview(roundId)}>
        {t.roundSetup.summary.preview}
      </Link>
    </Form>
  );
}

function ConfirmClosing({ round }: { round: RoundRow }) {
  const t = useTexts().rounds.round;
  const locale = useLocale();
  return (
    <Notice
      kind="warn"
      title={t.closeTitle}
      live="alert"
      actions={
        <>
          <Form method="post" action={paths.round(round.round_id)}>
            <button type="submit" className="button button--primary" name="intent" value="close">
              {t.closeConfirm}
            </button>
          </Form>
          <Link className="button" to={paths.round(round.round_id)}>
            {t.cancel}
          </Link>
        </>
      }
    >
      <p>{t.closeText(formatCount(round.submitted ?? 0, locale), formatCount(round.begun ?? 0, locale))}</p>
    </Notice>
  );
}

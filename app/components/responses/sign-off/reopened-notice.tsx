import type { ReactNode } from "react";
import type { Cover } from "../../../domain/responses/open-sheet.server.ts";
import type { StepBack } from "../../../domain/responses/versions.server.ts";
import { formatMoment } from "../../../format.ts";
import { Notice } from "../../layout/notice.tsx";
import { useLocale, useTexts } from "../../texts.ts";

type ReopenedNoticeProps = {
  cover: Pick<Cover, "state" | "submittedAt" | "open">;
  step: StepBack | null;
  actions?: ReactNode;
};

/** Of a response that was submitted once and is open again, or withdrawn: what counts now, who did it and why. */
export function ReopenedNotice({ cover, step, actions }: ReopenedNoticeProps) {
  const t = useTexts().signOff.state;
  const locale = useLocale();
  const { state, submittedAt, open } = cover;
  if (state !== "reopened" && state !== "withdrawn") return null;
  const isOpenAgain = state === "reopened";
  return (
    <Notice kind="warn" title={isOpenAgain ? t.reopenedTitle : t.withdrawnTitle} actions={actions}>
      {isOpenAgain && submittedAt ? <p>{t.counts(formatMoment(submittedAt, locale))}</p> : null}
      {isOpenAgain ? null : <p>{open ? t.withdrawn : t.withdrawnClosed}</p>}
      {step ? <StepLine step={step} /> : null}
    </Notice>
  );
}

/** One step back in words, with its reason. */
export function StepLine({ step: { kind, at, by, reason } }: { step: StepBack }) {
  const t = useTexts().signOff.state;
  const locale = useLocale();
  return (
    <p>
      {t.steps[kind](formatMoment(at, locale), by)}
      {reason ? ` ${t.reason(reason)}` : null}
    </p>
  );
}

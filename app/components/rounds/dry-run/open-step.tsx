import { Form, Link } from "@remix-run/react";
import { useEffect, useRef } from "react";
import type { Fault } from "../../../domain/problem.ts";
import type { DryRunPage } from "../../../domain/rounds/dry-run.server.ts";
import { formatCount, formatDeadline } from "../../../format.ts";
import { paths } from "../../../paths.ts";
import { ConfirmCard } from "../../layout/confirm-card.tsx";
import { Notice } from "../../layout/notice.tsx";
import { useLocale, useTexts } from "../../texts.ts";
import { useFaultText } from "../setup/use-faults.ts";

type OpenStepProps = Pick<DryRunPage, "draft" | "faults" | "mails"> & {
  /** what stood in the way of what was just asked for, at that moment */
  refused?: readonly Fault[] | undefined;
  /** what the person asked for and is to confirm */
  asked: string | null;
};

/**
 * What stands in the way of opening, or the way to do it: now or by itself. Every step asks once more, and the question
 * takes the focus: a long list of links follows. What was refused just now is said first and takes it too; another way
 * may still be free.
 */
export function OpenStep({ refused, ...step }: OpenStepProps) {
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (refused || step.asked) box.current?.focus();
  }, [refused, step.asked]);
  if (!refused) {
    return (
      <div ref={box} tabIndex={-1}>
        <Step {...step} />
      </div>
    );
  }
  const isFree = step.faults.length === 0;
  return (
    <>
      <div ref={box} tabIndex={-1}>
        <Faults draft={step.draft} faults={refused} ways={!isFree} />
      </div>
      {isFree ? <Step {...step} /> : null}
    </>
  );
}

function Step({ draft, faults, mails, asked }: Omit<OpenStepProps, "refused">) {
  const t = useTexts().roundSetup.summary;
  const locale = useLocale();
  const back = paths.dryRun(draft.roundId);
  const begin = formatDeadline(draft.opensAt, locale);
  const count = formatCount(mails, locale);
  if (asked === "loeschen") {
    return (
      <ConfirmCard
        title={t.removeTitle}
        confirm={t.removeConfirm}
        danger
        back={back}
        action={back}
        fields={{ intent: "delete" }}
      >
        <p>{t.removeText}</p>
      </ConfirmCard>
    );
  }
  if (faults.length > 0) return <Faults draft={draft} faults={faults} ways />;
  if (draft.planned) return <Planned begin={begin} back={back} />;
  if (asked === "oeffnen") {
    return (
      <ConfirmCard
        title={t.openTitle}
        confirm={t.confirmOpen(count)}
        back={back}
        action={back}
        fields={{ intent: "open" }}
      >
        <p>{t.openText}</p>
      </ConfirmCard>
    );
  }
  if (asked === "planen" && draft.later) {
    return (
      <ConfirmCard
        title={t.planTitle}
        confirm={t.confirmPlan(count)}
        back={back}
        action={back}
        fields={{ intent: "plan" }}
      >
        <p>{`${t.planText} (${begin})`}</p>
      </ConfirmCard>
    );
  }
  return (
    <Form method="get" action={back} className="actions">
      {draft.later ? (
        <button type="submit" className="button button--primary" name="schritt" value="planen">
          {t.plan}
        </button>
      ) : null}
      <button
        type="submit"
        className={draft.later ? "button" : "button button--primary"}
        name="schritt"
        value="oeffnen"
      >
        {t.open}
      </button>
      <Ways draft={draft} />
    </Form>
  );
}

/** What can be looked at and done in any case. */
function Ways({ draft }: Pick<DryRunPage, "draft">) {
  const t = useTexts().roundSetup.summary;
  return (
    <>
      <Link className="button" to={paths.roundPreview(draft.roundId)}>
        {t.preview}
      </Link>
      {draft.audience.kind === "link" ? (
        <Link className="button" to={paths.roundLinks(draft.roundId)}>
          {t.links}
        </Link>
      ) : null}
      <Link className="button button--quiet" to={paths.dryRun(draft.roundId, { schritt: "loeschen" })}>
        {t.remove}
      </Link>
    </>
  );
}

const STEP_OF: Record<string, number> = { audience: 2, attributes: 2, projects: 2, closesAt: 3, privacy: 4 };

type FaultsProps = Pick<DryRunPage, "draft"> & { faults: readonly Fault[]; ways: boolean };

function Faults({ draft, faults, ways }: FaultsProps) {
  const t = useTexts().roundSetup;
  const textOf = useFaultText();
  return (
    <Notice kind="warn" title={t.summary.faultsTitle} actions={ways ? <Ways draft={draft} /> : undefined}>
      <ul>
        {faults.map((fault) => {
          const step = STEP_OF[fault.path.slice(1)] ?? 1;
          const to =
            fault.code === "addressees-missing"
              ? paths.roundLinks(draft.roundId)
              : paths.roundSetup(draft.roundId, step);
          return (
            <li key={textOf(fault)}>
              {textOf(fault)} <Link to={to}>{t.summary.change}</Link>
            </li>
          );
        })}
      </ul>
    </Notice>
  );
}

function Planned({ begin, back }: { begin: string; back: string }) {
  const t = useTexts().roundSetup.summary;
  return (
    <Notice
      kind="good"
      title={t.plannedTitle(begin)}
      actions={
        <Form method="post" action={back}>
          <button type="submit" className="button" name="intent" value="unplan">
            {t.unplan}
          </button>
        </Form>
      }
    >
      <p>{t.plannedText}</p>
    </Notice>
  );
}

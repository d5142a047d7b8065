import { useEffect, useState } from "react";
import { changeKeeping } from "../survey/sync/device.ts";
import { useLocale, useTexts } from "../texts.ts";
import { countUnsent, dropOthers } from "./device.ts";
import { ForgetDialog } from "./forget-dialog.tsx";
import { keepsHere, useKeepsHere } from "./keep-setting.ts";
import { startWorker, stopWorker } from "./worker.ts";

type KeepChoiceProps = {
  /** who fills in has no account to sign out of */
  byLink?: boolean;
  /** whose questionnaire was opened just now; undefined where none was */
  as?: string | null;
  /** the form stands: now there is time for the worker */
  ready?: boolean;
};

/** What this device keeps, in words, and the one click that changes it. */
export function KeepChoice({ byLink = false, as, ready = false }: KeepChoiceProps) {
  const t = useTexts().offline.keep;
  const locale = useLocale();
  const keeps = useKeepsHere();
  const [unsent, setUnsent] = useState(0);
  const [said, setSaid] = useState("");

  // Only who fills in with others comes by here: for everybody else nothing is kept.
  useEffect(() => {
    // The first rendering repeats that of the server, which does not know the choice.
    if (ready && keeps && keepsHere()) void startWorker(locale);
  }, [ready, keeps, locale]);
  useEffect(() => {
    if (ready && as !== undefined) dropOthers(as).catch(() => undefined);
  }, [ready, as]);

  async function forget() {
    setUnsent(0);
    await changeKeeping(false);
    await stopWorker();
    setSaid(t.cleared);
  }

  async function ask() {
    const found = await countUnsent().catch(() => ({ own: 0, others: 0 }));
    if (found.own + found.others > 0) setUnsent(found.own + found.others);
    else await forget();
  }

  return (
    <section className="keep-choice no-print" aria-label={t.label}>
      <p className="quiet">{keeps ? (byLink ? t.onByLink : t.on) : t.off}</p>
      <button
        type="button"
        className="button button--quiet"
        onClick={() => {
          setSaid("");
          if (keeps) void ask();
          else void changeKeeping(true);
        }}
      >
        {keeps ? t.turnOff : t.turnOn}
      </button>
      <p role="status" className="visually-hidden">
        {said}
      </p>
      {unsent > 0 ? <ForgetDialog unsent={unsent} onForget={forget} onClose={() => setUnsent(0)} /> : null}
    </section>
  );
}

import { useEffect, useState } from "react";
import { paths } from "../../paths.ts";
import { changeKeeping } from "../survey/sync/device.ts";
import { useLocale, useTexts } from "../texts.ts";
import { countUnsent, dropOthers, forgetSheets, type Unsent } from "./device.ts";
import { ForgetDialog } from "./forget-dialog.tsx";
import { keepsHere, useKeepsHere } from "./keep-setting.ts";
import { startWorker, stopWorker } from "./worker.ts";

type KeepChoiceProps = {
  /** who fills in has no account to sign out of */
  byLink?: boolean;
  /** the questionnaire that was opened just now, and whose it is; undefined where none was */
  opened?: { invitationId: string; as: string | null };
  /** the form stands: now there is time for the worker */
  ready?: boolean;
};

/** What this device keeps, in words, and the one click that changes it. */
export function KeepChoice({ byLink = false, opened, ready = false }: KeepChoiceProps) {
  const t = useTexts().offline.keep;
  const locale = useLocale();
  const keeps = useKeepsHere();
  const { invitationId, as } = opened ?? {};
  const [unsent, setUnsent] = useState<Unsent>();
  const [said, setSaid] = useState("");

  // Only who fills in with others comes by here: for everybody else nothing is kept.
  useEffect(() => {
    // The first rendering repeats that of the server, which does not know the choice.
    if (ready && keeps && keepsHere()) void startWorker(locale);
  }, [ready, keeps, locale]);
  useEffect(() => {
    if (ready && invitationId !== undefined && as !== undefined)
      dropOthers({ invitationId, as }).catch(() => undefined);
  }, [ready, invitationId, as]);

  async function forget() {
    setUnsent(undefined);
    await changeKeeping(false);
    await stopWorker();
    setSaid(t.cleared);
  }

  /** The page begins anew, so that nothing of what was discarded is shown or sent any more. */
  async function discard() {
    await forgetSheets();
    await changeKeeping(false);
    // Without a network there is no other page than the one that the worker has.
    if (!navigator.onLine) return window.location.replace(paths.offline(locale));
    await stopWorker();
    window.location.reload();
  }

  async function ask() {
    const found = await countUnsent().catch(() => ({ own: 0, others: 0 }));
    if (found.own + found.others > 0) setUnsent(found);
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
      {unsent ? (
        <ForgetDialog
          unsent={unsent}
          onRecount={setUnsent}
          onForget={forget}
          onDiscard={discard}
          onClose={() => setUnsent(undefined)}
        />
      ) : null}
    </section>
  );
}

import { paths } from "../../paths.ts";
import { Dialog } from "../layout/dialog.tsx";
import { useLocale, useTexts } from "../texts.ts";
import { clearDevice, countUnsent, forgetSheets, type Unsent } from "./device.ts";
import { useSendUnsent } from "./use-send-unsent.ts";

export { clearDevice, countUnsent };

type LeaveDialogProps = {
  unsent: Unsent;
  /** after a try to send */
  onRecount: (unsent: Unsent) => void;
  onLeave: () => Promise<void>;
  onClose: () => void;
};

/** Before somebody leaves: what has not been sent, and what becomes of it. */
export function LeaveDialog({ unsent, onRecount, onLeave, onClose }: LeaveDialogProps) {
  const t = useTexts().offline.leave;
  const locale = useLocale();
  const { sending, failed, send } = useSendUnsent({ unsent, onRecount, onSent: onLeave });
  const count = unsent.own + unsent.others;

  async function clear() {
    await forgetSheets();
    window.location.replace(paths.offline(locale));
  }

  if (!navigator.onLine) {
    return (
      <Dialog
        title={t.offlineTitle}
        onClose={onClose}
        actions={
          <>
            <CancelButton onClose={onClose} />
            <button type="button" className="button button--danger" onClick={clear}>
              {count > 0 ? t.clearUnsent : t.clear}
            </button>
          </>
        }
      >
        {count > 0 ? <p>{t.unsent(count)}</p> : null}
        <p>{t.offline}</p>
      </Dialog>
    );
  }
  return (
    <Dialog
      title={t.unsent(count)}
      onClose={onClose}
      actions={
        <>
          {unsent.own > 0 ? (
            <button type="button" className="button button--primary" onClick={send} aria-disabled={sending}>
              {sending ? t.sending : t.send}
            </button>
          ) : null}
          <CancelButton onClose={onClose} />
          <button type="button" className="button button--danger" onClick={onLeave}>
            {t.discardAndSignOut}
          </button>
        </>
      }
    >
      <p>{t.signOut}</p>
      {unsent.others > 0 ? <p>{t.others(unsent)}</p> : null}
      <p role="alert">{failed ? t.notSent : null}</p>
    </Dialog>
  );
}

function CancelButton({ onClose }: { onClose: () => void }) {
  return (
    <button type="button" className="button" onClick={onClose}>
      {useTexts().offline.leave.cancel}
    </button>
  );
}

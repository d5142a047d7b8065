import { Dialog } from "../layout/dialog.tsx";
import { useTexts } from "../texts.ts";
import type { Unsent } from "./device.ts";
import { useSendUnsent } from "./use-send-unsent.ts";

type ForgetDialogProps = {
  unsent: Unsent;
  /** after a try to send */
  onRecount: (unsent: Unsent) => void;
  /** nothing waits any more */
  onForget: () => Promise<void>;
  /** what waits is thrown away, whoever it belongs to */
  onDiscard: () => Promise<void>;
  onClose: () => void;
};

/** Before nothing is kept any more: edits that only this device has would be gone. */
export function ForgetDialog({ unsent, onRecount, onForget, onDiscard, onClose }: ForgetDialogProps) {
  const t = useTexts().offline.leave;
  const { sending, failed, send } = useSendUnsent({ unsent, onRecount, onSent: onForget });
  const count = unsent.own + unsent.others;

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
          <button type="button" className="button" onClick={onClose}>
            {t.cancel}
          </button>
          <button type="button" className="button button--danger" onClick={onDiscard}>
            {t.discardAndForget}
          </button>
        </>
      }
    >
      {unsent.others > 0 ? <p>{t.others(unsent)}</p> : null}
      <p>{t.forget(count)}</p>
      <p role="alert">{failed ? t.notSent : null}</p>
    </Dialog>
  );
}

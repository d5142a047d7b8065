import { useState } from "react";
import { Dialog } from "../layout/dialog.tsx";
import { useTexts } from "../texts.ts";
import { sendUnsent } from "./device.ts";

type ForgetDialogProps = { unsent: number; onForget: () => Promise<void>; onClose: () => void };

/** Before nothing is kept any more: edits that only this device has would be gone. */
export function ForgetDialog({ unsent, onForget, onClose }: ForgetDialogProps) {
  const t = useTexts().offline.leave;
  const [sending, setSending] = useState(false);
  const [failed, setFailed] = useState(false);

  async function send() {
    if (sending) return;
    setSending(true);
    const sent = await sendUnsent().catch(() => false);
    setSending(false);
    setFailed(!sent);
    if (sent) await onForget();
  }

  return (
    <Dialog
      title={t.unsent(unsent)}
      onClose={onClose}
      actions={
        <>
          <button type="button" className="button button--primary" onClick={send} aria-disabled={sending}>
            {sending ? t.sending : t.send}
          </button>
          <button type="button" className="button" onClick={onClose}>
            {t.cancel}
          </button>
          <button type="button" className="button button--danger" onClick={onForget}>
            {t.discardAndForget}
          </button>
        </>
      }
    >
      <p>{t.forget}</p>
      <p role="alert">{failed ? t.notSent : null}</p>
    </Dialog>
  );
}

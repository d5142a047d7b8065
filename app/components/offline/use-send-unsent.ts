import { useState } from "react";
import { countUnsent, sendUnsent, type Unsent } from "./device.ts";

type Sending = {
  unsent: Unsent;
  /** after a try to send */
  onRecount: (unsent: Unsent) => void;
  /** nothing waits any more */
  onSent: () => Promise<void>;
};

/** Tries once more to send what only this device has, before it would be gone. A press while it is sending is none. */
export function useSendUnsent({ unsent, onRecount, onSent }: Sending) {
  const [sending, setSending] = useState(false);
  const [failed, setFailed] = useState(false);
  async function send() {
    if (sending) return;
    setSending(true);
    setFailed(false);
    const sent = await sendUnsent().catch(() => false);
    const left = await countUnsent().catch(() => unsent);
    setSending(false);
    if (sent && left.own + left.others === 0) return onSent();
    setFailed(!sent);
    onRecount(left);
  }
  return { sending, failed, send };
}

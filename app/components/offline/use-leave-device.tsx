import { type FormEvent, type ReactNode, useRef, useState } from "react";
import type { Unsent } from "./device.ts";

/** A device that does not answer must not keep anybody from leaving: the server's answer clears it once more. */
const PATIENCE_MS = 3000;

/** Loaded by those who leave; the worker keeps it for those who have something to lose. */
const loadDialog = () => import("./leave-dialog.tsx");
type Question = { unsent: Unsent; LeaveDialog: Awaited<ReturnType<typeof loadDialog>>["LeaveDialog"] };

/**
 * For a form that ends somebody's visit: before it is sent, the device is emptied, and where edits have not reached the
 * server yet the person is asked first. Without JavaScript the form is sent as it is.
 */
export function useLeaveDevice(): { onSubmit: (event: FormEvent<HTMLFormElement>) => void; question: ReactNode } {
  const [asked, setAsked] = useState<Question>();
  const form = useRef<HTMLFormElement>();

  async function leave() {
    const { clearDevice } = await loadDialog();
    await withPatience(clearDevice());
    form.current?.submit();
  }

  async function askOrLeave() {
    const { countUnsent, LeaveDialog } = await loadDialog();
    const unsent = (await withPatience(countUnsent())) ?? { own: 0, others: 0 };
    if (unsent.own + unsent.others > 0 || !navigator.onLine) setAsked({ unsent, LeaveDialog });
    else await leave();
  }

  return {
    onSubmit: (event) => {
      event.preventDefault();
      form.current = event.currentTarget;
      askOrLeave().catch(() => form.current?.submit());
    },
    question: asked ? (
      <asked.LeaveDialog
        unsent={asked.unsent}
        onRecount={(unsent) => setAsked({ ...asked, unsent })}
        onLeave={leave}
        onClose={() => setAsked(undefined)}
      />
    ) : null,
  };
}

function withPatience<T>(work: Promise<T>): Promise<T | undefined> {
  const tired = new Promise<undefined>((resolve) => setTimeout(resolve, PATIENCE_MS, undefined));
  return Promise.race([work.catch(() => undefined), tired]);
}

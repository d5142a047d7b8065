import { type ReactNode, useEffect, useId, useRef } from "react";

type DialogProps = {
  /** the question */
  title: string;
  /** what is at stake */
  children?: ReactNode;
  /** the answers, the safe one first: it has the focus */
  actions: ReactNode;
  /** Escape, or the way back */
  onClose: () => void;
};

/** A question that waits for an answer: the page behind it can be neither read nor used meanwhile. */
export function Dialog({ title, children, actions, onClose }: DialogProps) {
  const dialog = useRef<HTMLDialogElement>(null);
  const id = useId();
  useEffect(() => {
    const shown = dialog.current;
    const before = document.activeElement;
    shown?.showModal();
    return () => {
      shown?.close();
      if (before instanceof HTMLElement) before.focus();
    };
  }, []);
  return (
    <dialog
      ref={dialog}
      className="dialog"
      aria-labelledby={id}
      onCancel={(event) => {
        event.preventDefault();
        onClose();
      }}
    >
      <div className="stack--close">
        <h2 id={id}>{title}</h2>
        {children}
        <div className="actions">{actions}</div>
      </div>
    </dialog>
  );
}

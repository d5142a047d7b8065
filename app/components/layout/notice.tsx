import type { ReactNode } from "react";

type NoticeProps = {
  kind?: "note" | "warn" | "good" | "danger";
  title?: string;
  /** buttons below the text */
  actions?: ReactNode;
  /** announce at once (`alert`) or when there is a pause (`status`); leave out for what stands there from the start */
  live?: "alert" | "status";
  id?: string;
  children?: ReactNode;
};

/** A framed message. What it means is said in words, the colour only repeats it. */
export function Notice({ kind = "note", title, actions, live, id, children }: NoticeProps) {
  return (
    <div className={kind === "note" ? "notice" : `notice notice--${kind}`} role={live} id={id}>
      {title ? <p className="notice__title">{title}</p> : null}
      {children}
      {actions ? <div className="actions">{actions}</div> : null}
    </div>
  );
}

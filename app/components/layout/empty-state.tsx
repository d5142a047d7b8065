import type { ReactNode } from "react";

type EmptyStateProps = {
  title: string;
  /** what will be here, and what has to happen first */
  text?: ReactNode;
  actions?: ReactNode;
  headingLevel?: 2 | 3;
};

/** What stands where there is nothing yet. */
export function EmptyState({ title, text, actions, headingLevel = 2 }: EmptyStateProps) {
  const Heading = headingLevel === 2 ? "h2" : "h3";
  return (
    <div className="empty">
      <Heading className="empty__title">{title}</Heading>
      {text ? <p className="empty__text">{text}</p> : null}
      {actions ? <div className="actions">{actions}</div> : null}
    </div>
  );
}

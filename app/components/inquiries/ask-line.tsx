import type { ReactNode } from "react";

/** The quiet line at the foot of a respondent's page on which the way to ask stands. Not printed. */
export function AskLine({ children }: { children: ReactNode }) {
  return <div className="ask-line no-print">{children}</div>;
}

import { Link } from "@remix-run/react";
import type { ReactNode } from "react";
import { paths } from "../../paths.ts";
import { useTexts } from "../texts.ts";
import { AskLine } from "./ask-line.tsx";

type AskLinkProps = {
  invitationId: string;
  /** name of the question that somebody looks at: it is named in the inquiry, its answer never */
  question?: string | undefined;
  /** what follows behind the link */
  children?: ReactNode;
};

/** The quiet way to "Frage zur Erhebung", a line of its own, for every page of a questionnaire. */
export function AskLink({ invitationId, question, children }: AskLinkProps) {
  const t = useTexts().inquiries;
  return (
    <AskLine>
      <Link to={paths.ask(invitationId, { frage: question })}>{t.link}</Link>
      {children}
    </AskLine>
  );
}

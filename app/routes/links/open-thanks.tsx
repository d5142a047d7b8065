import { Link, useParams } from "@remix-run/react";
import { AskLine } from "../../components/inquiries/ask-line.tsx";
import { titled } from "../../components/layout/titled.ts";
import { AnonymousThanks } from "../../components/responses/anonymous-thanks.tsx";
import { useTexts } from "../../components/texts.ts";
import { paths } from "../../paths.ts";
import type { Handle } from "../../root.tsx";

export const handle: Handle = { width: "narrow" };
export const meta = titled((t) => t.links.thanks.title.replace(/\.$/, ""));

/** Thanks for an anonymous submission by an open link. It knows of nobody, so it is the same for everybody. */
export default function OpenThanks() {
  const t = useTexts().inquiries;
  return (
    <>
      <AnonymousThanks />
      <AskLine>
        <Link to={paths.openAsk(useParams().token ?? "")}>{t.link}</Link>
      </AskLine>
    </>
  );
}

import type { LinkBar } from "../../domain/links/open-links.server.ts";
import { PageHead } from "../layout/page-head.tsx";
import { useTexts } from "../texts.ts";

/** Why a link leads nowhere at the moment, and what to do. */
export function LinkBarPage({ bar }: { bar: LinkBar | "unknown" }) {
  const { title, text } = useTexts().links.bars[bar];
  return <PageHead title={title} subtitle={text} />;
}

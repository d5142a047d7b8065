import { Link } from "@remix-run/react";
import type { DryRunPage } from "../../../domain/rounds/dry-run.server.ts";
import { formatCount } from "../../../format.ts";
import { paths } from "../../../paths.ts";
import { Notice } from "../../layout/notice.tsx";
import { useLocale, useTexts } from "../../texts.ts";

const AUDIENCE_STEP = 2;

/** A warning where this round could never have results, even if everybody answered; it forbids nothing. */
export function TooFew({ draft, tooFew }: Pick<DryRunPage, "draft" | "tooFew">) {
  const t = useTexts().roundSetup.summary;
  const locale = useLocale();
  if (!tooFew) return null;
  const text = draft.privacy === "anonymous" ? t.tooFewSealed : t.tooFewText;
  const to =
    draft.audience.kind === "link" ? paths.roundLinks(draft.roundId) : paths.roundSetup(draft.roundId, AUDIENCE_STEP);
  return (
    <Notice kind="warn" title={t.tooFewTitle}>
      <p>
        {text(tooFew.most, formatCount(tooFew.most, locale), formatCount(tooFew.minimum, locale))}{" "}
        <Link to={to}>{draft.audience.kind === "link" ? t.links : t.change}</Link>
      </p>
    </Notice>
  );
}

import { Link } from "@remix-run/react";
import type { RoundRow } from "#db/queries/rounds.server.ts";
import { paths } from "../../../paths.ts";
import { Notice } from "../../layout/notice.tsx";
import { useTexts } from "../../texts.ts";

/** What the state means where there is nothing to close or to release: drafts, cancelled and archived rounds. */
export function StateNotice({ round, mayEdit }: { round: RoundRow; mayEdit: boolean }) {
  const t = useTexts().desk.step;
  switch (round.state) {
    case "draft":
      return (
        <Notice
          title={t.draftTitle}
          actions={
            mayEdit ? (
              <Link className="button button--primary" to={paths.roundSetup(round.round_id)}>
                {t.draft}
              </Link>
            ) : undefined
          }
        >
          <p>{t.draftText}</p>
        </Notice>
      );
    case "cancelled":
      return (
        <Notice kind="warn" title={t.cancelledTitle}>
          <p>{t.cancelledText}</p>
        </Notice>
      );
    case "archived":
      return (
        <Notice title={t.archivedTitle}>
          <p>{t.archivedText}</p>
        </Notice>
      );
    default:
      return null;
  }
}

import { Link } from "@remix-run/react";
import type { PageProgress } from "../../../domain/responses/progress.ts";
import { paths } from "../../../paths.ts";
import { StateChip } from "../../layout/state-chip.tsx";
import { useReader, useTexts } from "../../texts.ts";

/** How far each page is, with the way to it. */
export function PageProgressList({ invitationId, pages }: { invitationId: string; pages: PageProgress[] }) {
  const t = useTexts().signOff.progress;
  const read = useReader();
  return (
    <nav className="card stack--close page-progress" aria-labelledby="page-progress">
      <h2 id="page-progress">{t.title}</h2>
      <ol className="plain-list">
        {pages.map(({ name, title, asked, answered }) => (
          <li key={name}>
            <Link to={paths.fill(invitationId, name)}>{read(title)}</Link>
            <StateChip tone={answered === asked ? "done" : answered > 0 ? "started" : "idle"}>
              {t.of(answered, asked)}
            </StateChip>
          </li>
        ))}
      </ol>
    </nav>
  );
}

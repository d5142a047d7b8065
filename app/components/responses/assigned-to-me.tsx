import { Link } from "@remix-run/react";
import type { Assignment } from "../../domain/talk/read-assignments.server.ts";
import { paths } from "../../paths.ts";
import { Notice } from "../layout/notice.tsx";
import { useReader, useTexts } from "../texts.ts";

/** "2 Fragen sind Ihnen zugewiesen", with the way to each of them. */
export function AssignedToMe({ assignments }: { assignments: Assignment[] }) {
  const t = useTexts().talk.mine;
  const read = useReader();
  if (assignments.length === 0) return null;
  return (
    <Notice kind="warn" title={t.title(assignments.length)}>
      <ul className="assigned-to-me">
        {assignments.map(({ invitationId, page, question, title }) => (
          <li key={`${invitationId} ${page} ${question}`}>
            <Link to={paths.fill(invitationId, page, question ?? undefined)}>
              {question ? read(title) : t.page(read(title))}
            </Link>
          </li>
        ))}
      </ul>
    </Notice>
  );
}

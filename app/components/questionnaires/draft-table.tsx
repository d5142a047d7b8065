import { Link } from "@remix-run/react";
import type { DraftEntry } from "../../domain/questionnaires/read-questionnaires.server.ts";
import { formatDate } from "../../format.ts";
import { paths } from "../../paths.ts";
import { StateChip } from "../layout/state-chip.tsx";
import { TableScroll } from "../table/table-scroll.tsx";
import { useLocale, useReader, useTexts } from "../texts.ts";

/** Drafts that wait for somebody, the newest first. */
export function DraftTable({ drafts, title }: { drafts: DraftEntry[]; title: string }) {
  const t = useTexts().questionnaires.list;
  return (
    <section className="stack stack--close">
      <h2>{title}</h2>
      <TableScroll label={title}>
        <table className="data data--records">
          <thead>
            <tr>
              <th scope="col">{t.draftHeads.title}</th>
              <th scope="col">{t.draftHeads.state}</th>
              <th scope="col">{t.draftHeads.by}</th>
              <th scope="col">{t.draftHeads.at}</th>
            </tr>
          </thead>
          <tbody>
            {drafts.map((draft) => (
              <Line key={draft.draftId} draft={draft} />
            ))}
          </tbody>
        </table>
      </TableScroll>
    </section>
  );
}

function Line({ draft }: { draft: DraftEntry }) {
  const t = useTexts().questionnaires.list;
  const locale = useLocale();
  const read = useReader();
  const { draftId, name, title, state, returned, by, at } = draft;
  const words = state === "proposed" ? t.draftStates.proposed : returned ? t.draftStates.returned : t.draftStates.draft;
  return (
    <tr>
      <th scope="row">
        <Link to={paths.draft(draftId)}>{read(title)}</Link>
        <span className="under">{name}</span>
      </th>
      <td data-label={t.draftHeads.state}>
        <StateChip tone={state === "proposed" ? "started" : returned ? "bad" : "idle"}>{words}</StateChip>
      </td>
      <td data-label={t.draftHeads.by}>{by ?? t.unknown}</td>
      <td data-label={t.draftHeads.at}>{formatDate(at, locale)}</td>
    </tr>
  );
}

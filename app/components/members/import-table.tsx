import { Link } from "@remix-run/react";
import type { readImports } from "../../domain/members/import/preview.server.ts";
import { formatDate, formatTime } from "../../format.ts";
import { paths } from "../../paths.ts";
import { StateChip, type StateTone } from "../layout/state-chip.tsx";
import { TableScroll } from "../table/table-scroll.tsx";
import { useLocale, useTexts } from "../texts.ts";

type ImportRow = Awaited<ReturnType<typeof readImports>>[number];

const TONES: Record<ImportRow["state"], StateTone> = {
  preview: "started",
  applied: "done",
  undone: "idle",
  discarded: "idle",
};

export function ImportTable({ imports }: { imports: ImportRow[] }) {
  const t = useTexts().memberImport;
  const locale = useLocale();
  return (
    <TableScroll label={t.recent}>
      <table className="data data--records">
        <thead>
          <tr>
            <th scope="col">{t.heads.file}</th>
            <th scope="col">{t.heads.state}</th>
            <th scope="col">{t.heads.at}</th>
            <th scope="col">{t.heads.by}</th>
          </tr>
        </thead>
        <tbody>
          {imports.map((one) => {
            const at = one.ended_at ?? one.applied_at ?? one.made_at;
            return (
              <tr key={one.import_id}>
                <th scope="row">
                  <Link to={paths.memberImport(one.import_id)}>{one.file_name}</Link>
                </th>
                <td data-label={t.heads.state}>
                  <StateChip tone={TONES[one.state]}>{t.states[one.state]}</StateChip>
                </td>
                <td data-label={t.heads.at}>
                  {formatDate(at, locale)}, {formatTime(at, locale)}
                </td>
                <td data-label={t.heads.by}>{one.made_by}</td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </TableScroll>
  );
}

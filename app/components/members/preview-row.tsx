import { Link } from "@remix-run/react";
import type { PreviewRow } from "../../domain/members/import/preview.server.ts";
import { formatDate } from "../../format.ts";
import type { Locale, Texts } from "../../locales/index.ts";
import { StateChip, type StateTone } from "../layout/state-chip.tsx";
import { useLocale, useTexts } from "../texts.ts";
import { type ColumnField, RowFields } from "./row-fields.tsx";
import { valuesText } from "./values-text.ts";

const TONES: Record<PreviewRow["state"], StateTone> = {
  new: "done",
  changed: "started",
  unchanged: "idle",
  problem: "bad",
  left: "idle",
};

type PreviewRowProps = {
  row: PreviewRow;
  columns: readonly ColumnField[];
  /** all cells can be changed, not only those with a fault */
  editing: boolean;
  /** address of this page with the row opened */
  edit: string;
};

/** One row of the file: what it is about, what it would do, and the cells that need mending. */
export function PreviewLine({ row, columns, editing, edit }: PreviewRowProps) {
  const texts = useTexts();
  const t = texts.memberImport.preview;
  const locale = useLocale();
  const about = <span className="visually-hidden">{t.aboutLine(String(row.line))}</span>;
  return (
    <li className="import-row" id={`z${row.line}`}>
      <div className="import-row__head">
        <span className="import-row__line">{t.line(String(row.line))}</span>
        <span className="import-row__name">
          <strong>{row.project || t.nameless}</strong> <span className="quiet">{row.organisation}</span>
          {row.newOrganisation && row.state === "new" ? <span className="chip">{t.newOrganisation}</span> : null}
        </span>
        <StateChip tone={TONES[row.state]}>{t.states[row.state]}</StateChip>
      </div>
      {row.state === "changed" ? <Changes row={row} texts={texts} locale={locale} /> : null}
      <RowFields row={row} columns={columns} editing={editing} />
      <div className="import-row__steps">
        {row.state === "left" ? (
          <button type="submit" className="button button--small" name="take" value={row.line}>
            {t.take}
            {about}
          </button>
        ) : (
          <>
            {editing ? null : (
              <Link className="button button--small" to={edit} preventScrollReset>
                {t.edit}
                {about}
              </Link>
            )}
            <button type="submit" className="button button--small" name="leave" value={row.line}>
              {t.leave}
              {about}
            </button>
          </>
        )}
      </div>
    </li>
  );
}

/** Cell by cell: what stands there now, and what it becomes. */
function Changes({ row, texts, locale }: { row: PreviewRow; texts: Texts; locale: Locale }) {
  const t = texts.memberImport.preview;
  return (
    <dl className="import-changes">
      {row.changes.map((change) => (
        <div key={change.column} className="facts__row">
          <dt>{columnName(texts, change.column)}</dt>
          <dd>
            <del>{valueIn(texts, locale, change.column, change.before)}</del>
            {` ${t.to} `}
            <ins>{valueIn(texts, locale, change.column, change.after)}</ins>
          </dd>
        </div>
      ))}
    </dl>
  );
}

function columnName(texts: Texts, column: string): string {
  const columns: Record<string, string> = texts.members.columns;
  return (column === "lead_address" ? columns.lead_name : columns[column]) ?? texts.attributes.names[column] ?? column;
}

function valueIn(texts: Texts, locale: Locale, column: string, values: readonly string[]): string {
  if (values.length === 0) return texts.memberImport.preview.empty;
  if (column === "active_from" || column === "active_until") {
    return values.map((day) => formatDate(day, locale, "short")).join("; ");
  }
  return column in texts.attributes.names ? valuesText(texts, column, values) : values.join("; ");
}

import type { PreviewRow } from "../../domain/members/import/preview.server.ts";
import { textsOf } from "../../locales/index.ts";
import { FormField } from "../layout/form-field.tsx";
import { useLocale, useTexts } from "../texts.ts";
import { valueLabels, valueOptions } from "./values-text.ts";

/** A column as a field: attributes with one value are chosen, everything else is typed. */
export type ColumnField = { id: string; label: string; codes: readonly string[] | undefined };

type RowFieldsProps = { row: PreviewRow; columns: readonly ColumnField[]; editing: boolean };

/** The cells of a row that need mending, or all of them. Their messages come from the form around. */
export function RowFields({ row, columns, editing }: RowFieldsProps) {
  const wrong = new Set(row.faults.map(({ path }) => path));
  const shown = columns.filter(({ id }) => editing || wrong.has(id));
  if (shown.length === 0) return null;
  return (
    <div className="import-fields">
      {shown.map((column) => (
        <CellField key={column.id} column={column} line={row.line} text={row.cells[column.id] ?? ""} />
      ))}
    </div>
  );
}

function CellField({ column, line, text }: { column: ColumnField; line: number; text: string }) {
  const texts = useTexts();
  const locale = useLocale();
  const name = `c.${line}.${column.id}`;
  if (!column.codes)
    return <FormField name={name} label={column.label} input={{ defaultValue: text, autoComplete: "off" }} />;
  // The cell keeps German words, whatever the language of the page.
  const kept = valueLabels(textsOf("de"), column.id);
  const options = valueOptions(texts, column.id, column.codes, locale);
  const known = text === "" || options.some(({ value }) => kept[value] === text);
  return (
    <FormField name={name} label={column.label} control="select" select={{ defaultValue: text }}>
      {known ? <option value="">{texts.memberImport.preview.empty}</option> : <option value={text}>{text}</option>}
      {options.map(({ value, label }) => (
        <option key={value} value={kept[value] ?? value}>
          {label}
        </option>
      ))}
    </FormField>
  );
}

import { Form } from "@remix-run/react";
import type { ReturnsTable as Table } from "../../../domain/rounds/desk/read-desk.server.ts";
import type { GroupReturns } from "../../../domain/rounds/desk/returns.ts";
import type { DeskView } from "../../../domain/rounds/desk/view.ts";
import { formatCount } from "../../../format.ts";
import { paths } from "../../../paths.ts";
import { FormField } from "../../layout/form-field.tsx";
import { TableScroll } from "../../table/table-scroll.tsx";
import { useLocale, useTexts } from "../../texts.ts";
import { KeptFields } from "./kept-fields.tsx";
import { ReturnsBar, STATE_ORDER, useStateLabel } from "./returns-bar.tsx";

type ReturnsTableProps = { roundId: string; table: Table; view: DeskView; running: boolean };

/** Returns by one attribute, which is chosen by a plain form. */
export function ReturnsTable({ roundId, table, view, running }: ReturnsTableProps) {
  const texts = useTexts();
  const t = texts.desk.by;
  const label = useStateLabel(running);
  const name = (attribute: string) => texts.attributes.names[attribute] ?? attribute;
  return (
    <section className="stack--close" id="merkmale">
      <h2>{t.title}</h2>
      <Form method="get" action={`${paths.round(roundId)}#merkmale`} className="filter-bar" preventScrollReset>
        <KeptFields view={view} fields={["stand", "land", "sortierung"]} />
        <FormField
          key={table.attribute}
          label={t.choose}
          name="nach"
          control="select"
          select={{ defaultValue: table.attribute }}
        >
          {inOrder(table.attributes, texts.attributes.names, (code) => code).map((attribute) => (
            <option key={attribute} value={attribute}>
              {name(attribute)}
            </option>
          ))}
        </FormField>
        <button type="submit" className="button">
          {t.show}
        </button>
      </Form>
      <TableScroll label={t.table(name(table.attribute))}>
        <table className="data returns-table">
          <thead>
            <tr>
              <th scope="col">{name(table.attribute)}</th>
              <th scope="col" className="number">
                {t.all}
              </th>
              {STATE_ORDER.map((state) => (
                <th key={state} scope="col" className="number">
                  {label(state)}
                </th>
              ))}
              <td className="returns-table__bar" />
            </tr>
          </thead>
          <tbody>
            {inOrder(table.groups, texts.attributes.codes[table.attribute], ({ code }) => code).map((group) => (
              <Line key={group.code ?? ""} group={group} attribute={table.attribute} />
            ))}
          </tbody>
        </table>
      </TableScroll>
      <p className="table-note">
        {t.note} {table.several ? t.several : null}
      </p>
    </section>
  );
}

/** In the order in which the texts list the codes; what they do not know stands last. */
function inOrder<T>(entries: T[], listed: Record<string, string> = {}, codeOf: (entry: T) => string | null): T[] {
  const codes = Object.keys(listed);
  const place = (entry: T) => {
    const at = codes.indexOf(codeOf(entry) ?? "");
    return at < 0 ? codes.length : at;
  };
  return [...entries].sort((a, b) => place(a) - place(b));
}

function Line({ group, attribute }: { group: GroupReturns; attribute: string }) {
  const texts = useTexts();
  const locale = useLocale();
  const { code, returns } = group;
  return (
    <tr>
      <th scope="row">{code === null ? texts.desk.by.none : (texts.attributes.codes[attribute]?.[code] ?? code)}</th>
      <td className="number">{formatCount(returns.all, locale)}</td>
      {STATE_ORDER.map((state) => (
        <td key={state} className={returns[state] === 0 ? "number quiet" : "number"}>
          {formatCount(returns[state], locale)}
        </td>
      ))}
      <td className="returns-table__bar">
        <ReturnsBar returns={returns} />
      </td>
    </tr>
  );
}

import { Form } from "@remix-run/react";
import type { PersonRow } from "../../domain/links/people-rows.ts";
import type { Fault } from "../../domain/problem.ts";
import { formatCount } from "../../format.ts";
import { CheckedForm } from "../layout/checked-form.tsx";
import { FormField } from "../layout/form-field.tsx";
import { Notice } from "../layout/notice.tsx";
import { TableScroll } from "../table/table-scroll.tsx";
import { useLocale, useTexts } from "../texts.ts";

export type CheckedPeople = { text: string; rows: PersonRow[]; ready: boolean };
export type ListFault = "empty" | "many" | "file";

type AddPeopleProps = {
  typed: string;
  fault: ListFault | undefined;
  /** rounds from which the audience would differ too little */
  faults: Fault[] | undefined;
  checked: CheckedPeople | undefined;
  most: number;
};

/** A list of people is pasted or uploaded, checked row by row, and taken when every row is right. */
export function AddPeople({ typed, fault, faults = [], checked, most }: AddPeopleProps) {
  const t = useTexts().links.page.people;
  const locale = useLocale();
  const near = faults.map(({ detail }) => t.errors.near(String(locale === "de" ? detail?.round : detail?.roundEn)));
  const error = fault
    ? fault === "many"
      ? t.errors.many(formatCount(most, locale))
      : t.errors[fault]
    : [...new Set(near)].join(" ") || undefined;
  return (
    <div className="stack">
      <CheckedForm encType="multipart/form-data" errors={fault === "file" ? { file: error } : { people: error }}>
        <FormField
          name="people"
          label={t.list}
          hint={t.listHint}
          control="textarea"
          textarea={{ rows: 6, defaultValue: typed, spellCheck: false, wrap: "off" }}
        />
        <FormField
          name="file"
          label={t.file}
          hint={t.fileHint}
          input={{ type: "file", accept: ".csv,.txt,.tsv,text/csv,text/plain" }}
        />
        <div className="actions">
          <button type="submit" className="button" name="intent" value="check">
            {t.check}
          </button>
        </div>
      </CheckedForm>
      {checked ? <Checked checked={checked} /> : null}
    </div>
  );
}

function Checked({ checked }: { checked: CheckedPeople }) {
  const t = useTexts().links.page.people;
  const locale = useLocale();
  const { rows } = checked;
  const fresh = rows.filter((row) => row.state === "new").length;
  const faulty = rows.filter((row) => row.state === "faulty").length;
  const counts = t.summary(formatCount(fresh, locale), formatCount(faulty, locale));
  // Faults first: they are what there is to do.
  const sorted = rows.toSorted(
    (a, b) => Number(b.state === "faulty") - Number(a.state === "faulty") || a.line - b.line,
  );
  return (
    <section className="stack--close" aria-labelledby="checked-people">
      <h3 id="checked-people">{t.checked}</h3>
      {faulty > 0 ? (
        <Notice kind="warn" title={counts} live="alert">
          <p>{t.mend}</p>
        </Notice>
      ) : (
        <p role="status">{fresh > 0 ? counts : t.nothingNew}</p>
      )}
      <TableScroll label={t.checked}>
        <table className="data">
          <thead>
            <tr>
              <th scope="col">{t.line}</th>
              <th scope="col">{t.columns.name}</th>
              <th scope="col">{t.columns.address}</th>
              <th scope="col">{t.columns.language}</th>
              <th scope="col">{t.result}</th>
            </tr>
          </thead>
          <tbody>
            {sorted.map((row) => (
              <tr key={row.line}>
                <th scope="row">{formatCount(row.line, locale)}</th>
                <td>{row.name || "–"}</td>
                <td>{row.address || "–"}</td>
                <td>{row.state === "faulty" ? "–" : t.languages[row.locale]}</td>
                <td className={row.fault ? "people-fault" : undefined}>
                  {row.fault
                    ? t.faults[row.fault]
                    : row.state === "double"
                      ? t.rowStates.double(row.of ?? 0)
                      : t.rowStates[row.state === "known" ? "known" : "new"]}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </TableScroll>
      {checked.ready ? (
        <Form method="post">
          <input type="hidden" name="people" value={checked.text} />
          <button type="submit" className="button button--primary" name="intent" value="keep">
            {fresh === 1 ? t.keepOne : t.keep(formatCount(fresh, locale))}
          </button>
        </Form>
      ) : null}
    </section>
  );
}

import { Form, Link } from "@remix-run/react";
import type { DeskView, Sort, StateFilter } from "../../../domain/rounds/desk/view.ts";
import { paths } from "../../../paths.ts";
import { FormField } from "../../layout/form-field.tsx";
import { useTexts } from "../../texts.ts";
import { KeptFields } from "./kept-fields.tsx";
import { STATE_ORDER, useStateLabel } from "./returns-bar.tsx";

const FILTERS: readonly StateFilter[] = ["waiting", ...STATE_ORDER];
const SORTS: readonly Sort[] = ["name", "organisation", "land", "state", "at"];

type PeopleFilterProps = { roundId: string; laender: string[]; view: DeskView; running: boolean };

/** Which participants are shown and in what order: a plain form, so that the address can be shared. */
export function PeopleFilter({ roundId, laender, view, running }: PeopleFilterProps) {
  const texts = useTexts();
  const t = texts.desk.filter;
  const label = useStateLabel(running);
  const landName = (code: string) => texts.attributes.codes.land?.[code] ?? code;
  const filtered = view.state !== null || view.land !== null;
  return (
    <Form
      method="get"
      action={`${paths.round(roundId)}#teilnehmende`}
      className="filter-bar people__filter"
      preventScrollReset
    >
      <KeptFields view={view} fields={["nach"]} />
      <FormField
        key={`stand ${view.state}`}
        label={t.state}
        name="stand"
        control="select"
        select={{ defaultValue: view.state ?? "" }}
      >
        <option value="">{t.allStates}</option>
        {FILTERS.map((code) => (
          <option key={code} value={code}>
            {code === "waiting" ? (running ? t.waiting : t.missing) : label(code)}
          </option>
        ))}
      </FormField>
      {laender.length > 0 ? (
        <FormField
          key={`land ${view.land}`}
          label={t.land}
          name="land"
          control="select"
          select={{ defaultValue: view.land ?? "" }}
        >
          <option value="">{t.allLaender}</option>
          {laender.map((code) => (
            <option key={code} value={code}>
              {landName(code)}
            </option>
          ))}
        </FormField>
      ) : null}
      <FormField
        key={`sortierung ${view.sort}`}
        label={t.sort}
        name="sortierung"
        control="select"
        select={{ defaultValue: view.sort }}
      >
        {SORTS.map((code) => (
          <option key={code} value={code}>
            {t.sorts[code]}
          </option>
        ))}
      </FormField>
      <button type="submit" className="button">
        {t.show}
      </button>
      {filtered ? (
        <Link
          className="button button--quiet"
          to={`${paths.round(roundId, { nach: view.by ?? undefined })}#teilnehmende`}
          preventScrollReset
        >
          {t.reset}
        </Link>
      ) : null}
    </Form>
  );
}

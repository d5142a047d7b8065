import { Form } from "@remix-run/react";
import type { Discussion } from "../../domain/discussion/read-discussion.server.ts";
import { FormField } from "../layout/form-field.tsx";
import { useReader, useTexts } from "../texts.ts";

type Items = Discussion["items"];

/** Every item of a release as options, by question. */
export function ItemOptions({ items }: { items: Items }) {
  const read = useReader();
  return items.map(({ title, items: own }) =>
    own.length === 1 && own[0] && read(own[0].label) === read(title) ? (
      <option key={own[0].key} value={own[0].key}>
        {read(title)}
      </option>
    ) : (
      <optgroup key={own[0]?.key} label={read(title)}>
        {own.map(({ key, label }) => (
          <option key={key} value={key}>
            {read(label)}
          </option>
        ))}
      </optgroup>
    ),
  );
}

/** A plain form: works without JavaScript, and the address can be shared. */
export function ItemFilter({ items, chosen }: { items: Items; chosen: string | null }) {
  const t = useTexts().discussion.filter;
  const read = useReader();
  const whole = items.find(({ question, items: own }) => question === chosen && own[0]?.key !== chosen);
  return (
    <Form method="get" className="filter-bar card" key={chosen}>
      <FormField name="merkmal" label={t.label} control="select" select={{ defaultValue: chosen ?? "" }}>
        <option value="">{t.all}</option>
        {whole ? <option value={whole.question}>{t.whole(read(whole.title))}</option> : null}
        <ItemOptions items={items} />
      </FormField>
      <button type="submit" className="button">
        {t.show}
      </button>
    </Form>
  );
}

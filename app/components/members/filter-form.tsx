import { Form, Link } from "@remix-run/react";
import { FormField } from "../layout/form-field.tsx";
import { useTexts } from "../texts.ts";

export type Choice = {
  name: string;
  label: string;
  value: string | undefined;
  options: { value: string; label: string }[];
};

type FilterFormProps = {
  /** this list's address without a filter */
  action: string;
  text: string;
  hint: string;
  choices: Choice[];
  filtered: boolean;
};

/** Search and choosers above a list. A plain GET form: every view has an address of its own. */
export function FilterForm({ action, text, hint, choices, filtered }: FilterFormProps) {
  const t = useTexts().members.filter;
  return (
    // The key puts the fields back when the address changes without them.
    <Form
      method="get"
      action={action}
      className="filter-bar card"
      key={JSON.stringify([text, choices.map((c) => c.value)])}
    >
      <FormField name="suche" label={t.text} input={{ type: "search", defaultValue: text, placeholder: hint }} />
      {choices.map(({ name, label, value, options }) => (
        <FormField key={name} name={name} label={label} control="select" select={{ defaultValue: value ?? "" }}>
          {options.map((option) => (
            <option key={option.value} value={option.value}>
              {option.label}
            </option>
          ))}
        </FormField>
      ))}
      <div className="actions">
        <button type="submit" className="button button--primary">
          {t.submit}
        </button>
        {filtered ? (
          <Link className="button button--quiet" to={action}>
            {t.reset}
          </Link>
        ) : null}
      </div>
    </Form>
  );
}

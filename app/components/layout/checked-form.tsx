import { Form, type FormProps, useActionData } from "@remix-run/react";
import { type Ref, useEffect, useId, useRef } from "react";
import { useTexts } from "../texts.ts";
import { type FieldErrors, FormContext, idIn } from "./form-context.ts";

type CheckedFormProps = Omit<FormProps, "method" | "noValidate"> & {
  /** what the action found wrong, by the names of the fields; fields inside show it themselves */
  errors?: FieldErrors;
};

/**
 * A form that is checked by its action. After a refusal the focus goes to the one field that is wrong, or to a list of
 * all faults whose lines lead to their fields. `FormField`, `ChoiceField` and `CheckboxField` inside need no `error`.
 */
export function CheckedForm({ errors = {}, className = "form", children, ...form }: CheckedFormProps) {
  const base = useId();
  const summary = useRef<HTMLElement>(null);
  const answer = useActionData<unknown>();
  const wrong = Object.entries(errors).filter((entry): entry is [string, string] => Boolean(entry[1]));
  const only = wrong.length === 1 ? idIn({ base, errors }, wrong[0]?.[0] ?? "", "") : undefined;
  // biome-ignore lint/correctness/useExhaustiveDependencies: once per answer of the action, not per keystroke
  useEffect(() => {
    if (only) document.getElementById(only)?.focus();
    else summary.current?.focus();
  }, [answer]);
  return (
    <Form {...form} method="post" className={className} noValidate>
      {wrong.length > 1 ? <ErrorSummary base={base} errors={wrong} focus={summary} /> : null}
      <FormContext.Provider value={{ base, errors }}>{children}</FormContext.Provider>
    </Form>
  );
}

type SummaryProps = { base: string; errors: [name: string, message: string][]; focus: Ref<HTMLElement> };

function ErrorSummary({ base, errors, focus }: SummaryProps) {
  const t = useTexts().layout.form;
  return (
    <section className="notice notice--danger error-summary" ref={focus} tabIndex={-1} aria-label={t.faults}>
      <p className="notice__title">{t.faultCount(errors.length)}</p>
      <ul>
        {errors.map(([name, message]) => (
          <li key={name}>
            <a href={`#${idIn({ base, errors: {} }, name, "")}`}>{message}</a>
          </li>
        ))}
      </ul>
    </section>
  );
}

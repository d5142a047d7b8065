import { Form } from "@remix-run/react";
import { type ReactNode, useEffect, useId, useRef } from "react";
import type { Fault } from "../../domain/problem.ts";
import { type FieldErrors, FormContext } from "../layout/form-context.ts";
import { useLocale, useTexts } from "../texts.ts";
import { faultText } from "./fault-text.ts";

type RowFault = Fault & { line: number };

type RowsFormProps = {
  action: string;
  /** paths are columns */
  faults: readonly RowFault[];
  children: ReactNode;
};

/**
 * The form around the rows of a file. Its faults come with the page, not with an answer to a form: a list of them has
 * the focus first, and names the row of each.
 */
export function RowsForm({ action, faults, children }: RowsFormProps) {
  const texts = useTexts();
  const locale = useLocale();
  const base = useId();
  const summary = useRef<HTMLElement>(null);
  const nameOf = ({ line, path }: RowFault) => `c.${line}.${path}`;
  const errors: FieldErrors = {};
  for (const fault of faults) {
    const name = nameOf(fault);
    errors[name] = [errors[name], faultText(texts, locale, fault)].filter(Boolean).join(" ");
  }
  useEffect(() => summary.current?.focus({ preventScroll: true }), []);
  return (
    <Form method="post" action={action} className="import-form" noValidate>
      {faults.length > 0 ? (
        <section
          className="notice notice--danger error-summary"
          ref={summary}
          tabIndex={-1}
          aria-label={texts.layout.form.faults}
        >
          <p className="notice__title">{texts.memberImport.preview.faults(faults.length)}</p>
          <ul>
            {faults.map((fault) => (
              <li key={nameOf(fault) + fault.code}>
                {texts.memberImport.preview.line(String(fault.line))}:{" "}
                <a href={`#${base}-${nameOf(fault)}`}>{faultText(texts, locale, fault)}</a>
              </li>
            ))}
          </ul>
        </section>
      ) : null}
      <FormContext.Provider value={{ base, errors }}>{children}</FormContext.Provider>
    </Form>
  );
}

import { createContext, useContext } from "react";

/** What is wrong in a form, by the name of the field: the message to show. */
export type FieldErrors = Record<string, string | undefined>;

type FormContent = { base: string; errors: FieldErrors };

export const FormContext = createContext<FormContent | undefined>(undefined);

/** The id of a field, so that others can lead to it: its own within a `CheckedForm`, else `fallback`. */
export function idIn(form: FormContent | undefined, name: string, fallback: string): string {
  return form ? `${form.base}-${name}` : fallback;
}

/** Id and message of a field of the form around it. What the field is told itself goes first. */
export function useField(name: string, own: { id: string; error?: string }): { id: string; error?: string } {
  const form = useContext(FormContext);
  return { id: idIn(form, name, own.id), error: own.error ?? form?.errors[name] };
}

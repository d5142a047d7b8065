import type { Fault } from "../../domain/problem.ts";
import { formatCount, formatDate } from "../../format.ts";
import type { Locale, Texts } from "../../locales/index.ts";
import type { FieldErrors } from "../layout/form-context.ts";

/** A fault in words; the places in curly brackets are filled from its detail. */
export function faultText(texts: Texts, locale: Locale, fault: Fault): string {
  const pattern = texts.memberImport.faults[fault.code] ?? texts.problems.codes["invalid-member"].title;
  return pattern.replace(/\{(\w+)\}/g, (whole, name: string) => {
    const value = fault.detail?.[name];
    if (value === undefined) return whole;
    if (name === "day") return formatDate(String(value), locale, "short");
    return typeof value === "number" && name !== "line" ? formatCount(value, locale) : String(value);
  });
}

/** Messages by field, as forms want them. Paths are "/name". */
export function fieldErrors(texts: Texts, locale: Locale, faults: readonly Fault[] | undefined): FieldErrors {
  return Object.fromEntries(
    (faults ?? []).map((fault) => [fault.path.replace(/^\//, ""), faultText(texts, locale, fault)]),
  );
}

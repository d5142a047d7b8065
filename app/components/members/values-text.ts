import type { Texts } from "../../locales/index.ts";

/** Labels of an attribute's values; phenomena share theirs with the main one. */
export function valueLabels(texts: Texts, attribute: string): Record<string, string> {
  return texts.attributes.codes[attribute] ?? texts.attributes.codes[attribute === "ph_haupt" ? "ph" : attribute] ?? {};
}

/** An attribute's values in words, or that there are none. */
export function valuesText(texts: Texts, attribute: string, values: readonly string[] | undefined): string {
  if (!values || values.length === 0) return texts.members.noValue;
  const labels = valueLabels(texts, attribute);
  return values.map((value) => labels[value] ?? value).join("; ");
}

/** Options of a chooser, in the order of their labels where they have no order of their own. */
export function valueOptions(texts: Texts, attribute: string, codes: readonly string[], locale: string) {
  const labels = valueLabels(texts, attribute);
  const options = codes.map((value) => ({ value, label: labels[value] ?? value }));
  return attribute === "land" ? options.sort((a, b) => a.label.localeCompare(b.label, locale)) : options;
}

import type { Locale } from "../../locales/index.ts";
import type { Block, Letter } from "./letter.ts";

/** What the coordination may write anew; the other mails are about access, and their wording is part of their safety. */
export const TEMPLATE_KINDS = [
  "invitation",
  "reminder",
  "receipt",
  "results",
  "assignment",
  "welcome",
  "inquiry",
  "inquiry-answer",
] as const;
export type TemplateKind = (typeof TEMPLATE_KINDS)[number];

/** Written by the system alone: whoever could change the first three could ask for codes in our name. */
export const FIXED_KINDS = [
  "sign-in",
  "confirm-address",
  "changed-address",
  "reopened",
  "exchange",
  "mention",
] as const;

export type Template = { subject: string; body: string };

/** What each kind can say. A link stands in every mail. */
export const PLACEHOLDERS = {
  invitation: ["name", "erhebung", "projekt", "frist", "schutz", "link"],
  reminder: ["name", "erhebung", "projekt", "frist", "restzeit", "link"],
  receipt: ["name", "erhebung", "belegnummer", "datum", "link"],
  results: ["name", "erhebung", "beteiligung", "link"],
  assignment: ["name", "von", "frage", "erhebung", "projekt", "frist", "link"],
  welcome: ["name", "link"],
  inquiry: ["name", "erhebung", "projekt", "frage", "anfrage", "link"],
  "inquiry-answer": ["name", "erhebung", "frage", "anfrage", "antwort", "link"],
} as const satisfies Record<TemplateKind, readonly string[]>;

export type Placeholder = (typeof PLACEHOLDERS)[TemplateKind][number];
export type Values = Partial<Record<Exclude<Placeholder, "link">, string>>;

/** Subjects are read on locked screens: neither names nor titles belong there. */
const IN_SUBJECT: readonly string[] = ["frist", "restzeit", "datum"];
/** Without these a mail does not do what it is for. */
const NEEDED: Record<TemplateKind, readonly Placeholder[]> = {
  invitation: ["link"],
  reminder: ["link"],
  receipt: ["belegnummer", "link"],
  results: ["link"],
  assignment: ["link"],
  welcome: ["link"],
  inquiry: ["link"],
  "inquiry-answer": ["link"],
};

export const SUBJECT_LENGTH = 150;
export const BODY_LENGTH = 5000;

export type TemplateFault =
  | { field: keyof Template; code: "empty" | "too-long" | "brace" }
  | { field: keyof Template; code: "unknown" | "missing" | "not-in-subject"; placeholder: string };

const PLACEHOLDER = /\{([^{}\n]{0,80})\}/g;
const keyOf = (typed: string) => typed.trim().toLowerCase();

/** What is wrong with a template, in the order of reading. Nothing: it may be kept. */
export function checkTemplate(kind: TemplateKind, template: Template): TemplateFault[] {
  const { subject, body } = template;
  return [
    ...(subject.trim() ? [] : [{ field: "subject", code: "empty" } as const]),
    ...(subject.length > SUBJECT_LENGTH ? [{ field: "subject", code: "too-long" } as const] : []),
    ...checkPlaceholders(kind, "subject", subject),
    ...(body.trim() ? [] : [{ field: "body", code: "empty" } as const]),
    ...(body.length > BODY_LENGTH ? [{ field: "body", code: "too-long" } as const] : []),
    ...checkPlaceholders(kind, "body", body),
    ...missingIn(kind, body),
  ];
}

function checkPlaceholders(kind: TemplateKind, field: keyof Template, text: string): TemplateFault[] {
  const known: readonly string[] = PLACEHOLDERS[kind];
  const used = [...new Set([...text.matchAll(PLACEHOLDER)].map((match) => match[1] ?? ""))];
  const faults = used.flatMap((typed): TemplateFault[] => {
    if (!known.includes(keyOf(typed))) return [{ field, code: "unknown", placeholder: typed }];
    const refused = field === "subject" && !IN_SUBJECT.includes(keyOf(typed));
    return refused ? [{ field, code: "not-in-subject", placeholder: typed }] : [];
  });
  const brace = /[{}]/.test(text.replaceAll(PLACEHOLDER, ""));
  return brace ? [...faults, { field, code: "brace" }] : faults;
}

function missingIn(kind: TemplateKind, body: string): TemplateFault[] {
  if (!body.trim()) return [];
  const used = [...body.matchAll(PLACEHOLDER)].map((match) => keyOf(match[1] ?? ""));
  return NEEDED[kind]
    .filter((needed) => !used.includes(needed))
    .map((placeholder) => ({ field: "body", code: "missing", placeholder }));
}

/**
 * Puts values into a template. Paragraphs are parted by empty lines; where `{link}` stands, a link stands by itself. A
 * line that only names something unknown ("Projekt: {projekt}" for a person without one) is left out, and "{name}"
 * without a name leaves no gap.
 */
export function fillTemplate(
  locale: Locale,
  template: Template,
  values: Values,
  link: { label: string; url: string },
): Letter {
  const paragraphs = template.body
    .replaceAll("\r\n", "\n")
    .trim()
    .split(/\n[^\S\n]*\n+/);
  const blocks = paragraphs.flatMap((paragraph): Block[] => {
    const parts = paragraph.split(/\{\s*link\s*\}/i);
    return parts.flatMap((part, place): Block[] => {
      const text = fillText(part, values);
      return [
        ...(text ? [{ kind: "text", text } as const] : []),
        ...(place < parts.length - 1 ? [{ kind: "link", ...link } as const] : []),
      ];
    });
  });
  return { locale, subject: fillText(template.subject, values).replaceAll(/\s+/g, " "), blocks };
}

function fillText(text: string, values: Values): string {
  const given = values as Record<string, string | undefined>;
  const kept = text.split("\n").filter((line) => {
    const named = [...line.matchAll(PLACEHOLDER)].map((match) => keyOf(match[1] ?? "")).filter((key) => key !== "name");
    return named.length === 0 || named.some((key) => given[key]);
  });
  return kept
    .join("\n")
    .replaceAll(/[^\S\n]?\{\s*name\s*\}/gi, (found) =>
      given.name ? found.replace(/\{.*/, () => given.name ?? "") : "",
    )
    .replaceAll(PLACEHOLDER, (_, typed: string) => given[keyOf(typed)] ?? "")
    .trim();
}

/** The placeholders of a kind, and whether its text must have them. */
export function placeholdersOf(kind: TemplateKind): { name: Placeholder; needed: boolean }[] {
  return PLACEHOLDERS[kind].map((name) => ({ name, needed: NEEDED[kind].includes(name) }));
}

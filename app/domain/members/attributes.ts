import { ATTRIBUTES as BREAKDOWNS, withParents } from "../disclosure/hierarchy.ts";

/**
 * What is kept about a project, with its dates. Labels stand in the locales: `attributes.names[code]` and
 * `attributes.codes[labels][value]`.
 */
export type ProjectAttribute = {
  code: string;
  /** allowed values, in the order in which they are shown */
  codes: readonly string[];
  /** a project may have several values at a time */
  multiple: boolean;
  /** follows from another attribute: shown, never typed */
  derived: boolean;
  /** every project has a value */
  required: boolean;
  /** releases break down by it, so a project's lead asks and the coordination decides */
  matters: boolean;
  /** who changes it: the lead at once, the lead by a request, or the coordination alone */
  changedBy: "lead" | "request" | "coordination";
  /** key of its values' labels in the locales */
  labels: string;
};

/** attribute → its values; one that is not there has none */
export type AttributeValues = Readonly<Record<string, readonly string[]>>;

const PHENOMENA = BREAKDOWNS.find(({ code }) => code === "ph_haupt")?.codes ?? [];
const SETTINGS = [
  "beratungsstelle",
  "aufsuchend",
  "justizvollzug",
  "bewaehrung",
  "schule",
  "jugendhilfe",
  "online",
  "unterkunft",
  "klinik",
] as const;

/** Without these no round could say anything about a project. */
const REQUIRED: readonly string[] = ["land", "ph_haupt", "ansatz"];

/** Every attribute of a project, in the order of forms and files. */
export const PROJECT_ATTRIBUTES: readonly ProjectAttribute[] = [
  brokenDown("land"),
  { ...brokenDown("region5"), derived: true },
  brokenDown("reichweite"),
  brokenDown("ph_haupt", "ph"),
  one("ph", PHENOMENA, "lead", true),
  brokenDown("ansatz"),
  one("setting", SETTINGS, "lead", true),
  brokenDown("traeger"),
  brokenDown("vzae"),
  brokenDown("restlauf"),
  one("status", ["verbund", "assoziiert", "mitglied", "interessiert"], "coordination", false),
];

/** Those that somebody types: all but the derived ones. */
export const TYPED_ATTRIBUTES: readonly ProjectAttribute[] = PROJECT_ATTRIBUTES.filter(({ derived }) => !derived);

export function findAttribute(code: string): ProjectAttribute | undefined {
  return PROJECT_ATTRIBUTES.find((attribute) => attribute.code === code);
}

/**
 * The values as they are kept: known codes only, without repetition, in the catalogue's order; the region follows from
 * the Land, and the main phenomenon is always among the phenomena.
 */
export function completeValues(values: AttributeValues): Record<string, string[]> {
  const single = Object.fromEntries(Object.entries(values).map(([code, of]) => [code, of[0]]));
  const region = withParents({ land: single.land }).region5;
  const full: AttributeValues = {
    ...values,
    region5: region ? [region] : [],
    ph: [...(values.ph ?? []), ...(values.ph_haupt ?? [])],
  };
  return Object.fromEntries(
    PROJECT_ATTRIBUTES.flatMap((attribute): [string, string[]][] => {
      const chosen = attribute.codes.filter((code) => full[attribute.code]?.includes(code));
      return chosen.length > 0 ? [[attribute.code, attribute.multiple ? chosen : chosen.slice(0, 1)]] : [];
    }),
  );
}

/** The attributes named, and those that follow from them. */
export function affectedBy(codes: readonly string[]): string[] {
  const also = [...(codes.includes("land") ? ["region5"] : []), ...(codes.includes("ph_haupt") ? ["ph"] : [])];
  return PROJECT_ATTRIBUTES.map(({ code }) => code).filter((code) => codes.includes(code) || also.includes(code));
}

/** Codes of the attributes in which the two differ; the order of values does not matter. */
export function differingAttributes(before: AttributeValues, after: AttributeValues): string[] {
  const key = (values: AttributeValues, code: string) => [...new Set(values[code] ?? [])].sort().join(" ");
  return PROJECT_ATTRIBUTES.map(({ code }) => code).filter((code) => key(before, code) !== key(after, code));
}

/**
 * Those of the typed values that differ from what somebody was shown: all others were not meant, and may change on
 * another day than the one that was shown. Phenomena without the main one are those with it.
 */
export function retyped(shown: AttributeValues, typed: AttributeValues): AttributeValues {
  const anyway = differingAttributes(shown, typed);
  const completed = differingAttributes(completeValues(shown), completeValues({ ...shown, ...typed }));
  return Object.fromEntries(
    Object.entries(typed).filter(([code]) => anyway.includes(code) && completed.includes(code)),
  );
}

function brokenDown(code: string, labels = code): ProjectAttribute {
  const codes = BREAKDOWNS.find((attribute) => attribute.code === code)?.codes ?? [];
  const required = REQUIRED.includes(code);
  return { code, codes, multiple: false, derived: false, required, matters: true, changedBy: "request", labels };
}

function one(
  code: string,
  codes: readonly string[],
  changedBy: ProjectAttribute["changedBy"],
  multiple: boolean,
): ProjectAttribute {
  return { code, codes, multiple, derived: false, required: false, matters: false, changedBy, labels: code };
}

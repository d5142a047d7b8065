/** An attribute by which respondents may be broken down, with its codes in the order in which they are shown. */
export type Attribute = {
  code: string;
  codes: readonly string[];
  /** the coarser attribute into whose groups smaller ones are merged first */
  parent?: { attribute: Attribute; of: Readonly<Record<string, string>> };
};

/** Regions of the five-part division, with their Länder. */
const REGIONS = {
  nord: ["hb", "hh", "mv", "ni", "sh"],
  nordost: ["be", "bb"],
  mitteost: ["sn", "st", "th"],
  west: ["he", "nw", "rp", "sl"],
  sued: ["bw", "by"],
} as const;

const region5: Attribute = { code: "region5", codes: Object.keys(REGIONS) };

const land: Attribute = {
  code: "land",
  codes: Object.values(REGIONS).flat(),
  parent: {
    attribute: region5,
    of: Object.fromEntries(
      Object.entries(REGIONS).flatMap(([region, codes]) => codes.map((code): [string, string] => [code, region])),
    ),
  },
};

/**
 * Every attribute that a release breaks down by, in the order of the chooser. Länder are merged inside their region,
 * so that the two breakdowns are nested and their difference says nothing; all others merge into one remainder.
 * Attributes with several values at a time (phenomena, settings) are no partition: their groups would overlap.
 */
export const ATTRIBUTES: readonly Attribute[] = [
  region5,
  land,
  { code: "ph_haupt", codes: ["re", "ri", "ab", "le", "vd", "mi", "hy", "ueber"] },
  { code: "ansatz", codes: ["person", "umfeld", "beides", "fachkraefte"] },
  { code: "vzae", codes: ["u2", "2_u5", "5_u10", "ab10"] },
  { code: "restlauf", codes: ["bis12", "13_24", "25_48", "ab49", "unbefristet"] },
  { code: "reichweite", codes: ["lokal", "land", "laender", "bund"] },
  { code: "traeger", codes: ["verein", "ggmbh", "wohlfahrt", "kommune", "staat", "hochschule"] },
];

/** The values with those of the coarser attributes put right: they follow from the finer ones where these are known. */
export function withParents(values: Readonly<Record<string, string | undefined>>): Record<string, string | undefined> {
  const completed = { ...values };
  for (const { code, parent } of ATTRIBUTES) {
    const own = values[code];
    const above = own === undefined ? undefined : parent?.of[own];
    if (parent && above !== undefined) completed[parent.attribute.code] = above;
  }
  return completed;
}

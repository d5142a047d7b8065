import type { Code, Scale, Text } from "#surveys/model.ts";
import type { Polarity } from "#surveys/release-hints.ts";
import { isCodedKey } from "../coding/coded-key.ts";

/** What was asked, as a release holds it: questions in their order with the items measured by each. */
export type Instrument = { question: string; wording: Text; items: InstrumentItem[] }[];

type InstrumentItem = {
  key: string;
  /** what tells the item from its siblings; null where the question is the item */
  label: Text | null;
  scale: Scale;
  /** null unless the scale is ordered */
  polarity: Polarity | null;
  codes: Code[];
};

type Row = {
  item: string;
  question: string;
  scale: Scale;
  title: Text;
  label: Text;
  codes: Code[];
  polarity: Polarity;
};

export function instrumentOf(items: readonly Row[]): Instrument {
  return [...Map.groupBy(items, (row) => row.question)].map(([question, rows]) => ({
    question,
    wording: rows[0]?.title ?? { de: question },
    items: rows.map(({ item: key, scale, title, label, codes, polarity }) => ({
      key,
      label: label.de === title.de ? null : label,
      // The topics of a free text were not asked for.
      scale: isCodedKey(key) ? "text" : scale,
      polarity: scale === "ordinal" ? polarity : null,
      codes,
    })),
  }));
}

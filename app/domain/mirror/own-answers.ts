import type { Scale, Text } from "#surveys/model.ts";
import type { SheetValue } from "../responses/answer-sheet.ts";

/** What the project answered to one item. */
export type OwnLine = {
  item: string;
  /** what tells the item from others of its question; null where there are none */
  label: Text | null;
  scale: Scale;
  values: SheetValue[];
  /** the same as codes: of numbers the band in which a release counts them, of rankings the first place first */
  codes: string[];
  /** what was answered in the wave before, where the item measures the same; null where nothing was, or it does not */
  last: { values: SheetValue[]; isSame: boolean } | null;
};
/** `asked`: key of the question */
export type OwnQuestion = { asked: string; title: Text; lines: OwnLine[] };
export type OwnPage = { name: string; title: Text; questions: OwnQuestion[] };

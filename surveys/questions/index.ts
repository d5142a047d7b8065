import type { QuestionKind } from "../question.ts";
import { boolean } from "./boolean.ts";
import { multipleChoice, singleChoice } from "./choice.ts";
import { display } from "./display.ts";
import { expression } from "./expression.ts";
import { file, signature } from "./file.ts";
import { group } from "./group.ts";
import { imagemap } from "./imagemap.ts";
import { matrix } from "./matrix.ts";
import { multipleText } from "./multiple-text.ts";
import { ranking } from "./ranking.ts";
import { rating } from "./rating.ts";
import { slider } from "./slider.ts";
import { dynamicTable, table } from "./table.ts";
import { comment, text } from "./text.ts";
import { unknown } from "./unknown.ts";

const kinds: readonly QuestionKind[] = [
  singleChoice,
  multipleChoice,
  imagemap,
  boolean,
  rating,
  slider,
  ranking,
  text,
  comment,
  multipleText,
  expression,
  matrix,
  table,
  dynamicTable,
  group,
  file,
  signature,
  display,
];

const registry = new Map(kinds.flatMap((kind) => kind.types.map((type) => [type, kind])));

/** The kind that serves a SurveyJS type; types nobody serves are kept as text. */
export const kindOf = (type: string): QuestionKind => registry.get(type) ?? unknown;

export const knownTypes: readonly string[] = [...registry.keys()];

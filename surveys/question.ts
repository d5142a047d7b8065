import type { Shape } from "./fields/shape.ts";
import type { JsonObject } from "./json.ts";
import type { Cell, Code, Item, SurveyProblem, Text } from "./model.ts";
import type { PlainControl, PlainView } from "./plain/control.ts";

/** An answer option with what the check needs beyond its code. */
export type Choice = Code & {
  /** how often the definition lists it: so often it may be picked */
  times: number;
  /** picked alone: "none of these", "refused", "don't know", and choices marked `isExclusive` */
  exclusive: boolean;
  /** brings its own text field */
  commented: boolean;
  /** the value that is stored, where it is not the code itself: a number, a yes or no, an object */
  raw?: unknown;
};

/** The fields of one record (the survey, an entry of a group, a row), by the name under which they are answered. */
export type Level = {
  questions: Question[];
  /** two questions of one name share one value */
  byName: Map<string, Question[]>;
  /** names that hold computed values: calculated values, targets of triggers */
  computed: Set<string>;
};

type Row = { name: string; label: Text; level: Level };

/** One question at its place. All kinds read it; each uses the parts that its type has. */
export type Question = {
  /** SurveyJS type in lower case, `unknown` types included as they are */
  type: string;
  kind: QuestionKind;
  /** key under which the answer is stored in its record: `valueName`, else `name` */
  name: string;
  /** name by which expressions and `choicesFromQuestion` refer to it */
  alias: string;
  /** path of the item, see Item */
  key: string;
  /** JSON Pointer into the definition */
  pointer: string;
  title: Text;
  /** properties as written */
  source: JsonObject;
  choices: Choice[];
  /** the list of choices is not known here (lazy loading, choices from entries, own choices): any scalar is accepted */
  open: boolean;
  /** offers "other": its text stands beside the value (`beside`), or is the value itself (`value`) */
  other: "none" | "beside" | "value";
  /** has a comment of its own */
  commented: boolean;
  rows: Row[];
  /** fields of a repeated group, of a multiple text, columns of a matrix */
  fields: Level;
  /** columns of a table that survey-core sums up under `<name>-total` */
  totals: { name: string; label: Text }[];
  /** cannot be edited by its own or its panel's setting */
  readOnly: boolean;
  /** entries of this question are numbered: paneldynamic, matrixdynamic */
  grouped: boolean;
  /** inside a repeated group */
  repeated: boolean;
  /** survey-wide settings that matter for checks */
  survey: SurveySettings;
};

export type SurveySettings = {
  storeOthersAsComment: boolean;
  maxTextLength: number;
  maxCommentLength: number;
  keepIncorrectValues: boolean;
};

/** What a check may know besides the question and the raw value. */
export type Checking = {
  /** `inline` accepts safe data URIs in files; `none` refuses every file */
  files: "none" | "inline";
  report: (code: string, path: string, question: Question, detail?: Record<string, string | number>) => void;
  problems: SurveyProblem[];
};

/** Reads what is nested in a question. `under` is the item path below which the nested items lie. */
export type Reader = {
  /** elements (questions and panels) as a level of their own */
  elements: (list: unknown, pointer: string, under: string, repeated: boolean) => Level;
  /** one field that is no element by itself: a column, an item of a multiple text */
  field: (source: JsonObject, type: string, pointer: string, under: string, repeated: boolean) => Question | undefined;
};

/**
 * All that is particular to a type.
 * - `items`: the measurable columns
 * - `shape`: how its answer comes apart into fields; left out where it is one value
 * - `check`: reports every fault of a raw, non-empty value; strict, because survey-core accepts unknown choices
 * - `cells`: the long form of a value that was accepted; what does not fit becomes a text cell, nothing is dropped
 * - `plain`: the controls of a form without JavaScript; a kind without it cannot be asked there
 */
export type QuestionKind = {
  types: readonly string[];
  /** fills in what the type has of choices, rows and fields, from the question's source */
  read?: (question: Question, reader: Reader) => void;
  items: (question: Question) => Item[];
  shape?: (question: Question) => Shape;
  check: (question: Question, raw: unknown, path: string, checking: Checking) => void;
  cells: (question: Question, value: unknown, entry: string | null) => Cell[];
  plain?: (question: Question, view: PlainView) => PlainControl;
};

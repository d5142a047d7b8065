/**
 * A question as a plain form: controls as data, for pages that work without JavaScript. A name is the path of the field
 * it fills (matrix row, cell, code of a multiple choice …), so what is posted says by itself where it belongs.
 */
type Named = {
  /** path of the field; for groups the path that all fields inside begin with */
  path: string;
  label: string;
  hint?: string;
  required?: boolean;
};

export type PlainOption = {
  /** as it is posted */
  value: string;
  label: string;
  /** as it is stored, where that is not the text that is posted */
  raw?: unknown;
  /** "don't know" and its like: set apart from the scale */
  missing?: boolean;
};

export type OneOf = Named & { control: "radio" | "select"; options: PlainOption[] };

/** Several of many: each code is a field of its own, true or not there. */
export type SomeOf = Named & { control: "checkboxes"; options: (PlainOption & { path: string })[] };

/** One select per place, all of one name; the first is the first place. */
export type Ranking = Named & { control: "ranking"; options: PlainOption[]; places: number };

export type Line = Named & {
  control: "line";
  /** type of the HTML input */
  inputType: string;
  /** read as a number: a decimal comma is one too */
  number: boolean;
  maxLength?: number;
  placeholder?: string;
};

export type Area = Named & { control: "area"; rows: number; maxLength?: number; placeholder?: string };

/** What fills fields itself. */
export type PlainInput = (OneOf | SomeOf | Ranking | Line | Area) & {
  /** the text of "other", the comment */
  beside?: (Line | Area)[];
};

/** Statements with one scale: a real table where there is room, a question per row where there is not. */
export type Table = Named & { control: "table"; options: PlainOption[]; rows: OneOf[]; beside?: (Line | Area)[] };

/** Fields under headings: rows of a table with several columns; a multiple text is one without a heading. */
export type Records = Named & {
  control: "records";
  records: { path: string; label: string; fields: PlainControl[] }[];
};

/** A group that can be filled in several times. */
export type Entries = Named & {
  control: "entries";
  entries: { path: string; label: string; fields: PlainControl[] }[];
  most: number;
  least: number;
  texts: { add?: string; remove?: string; none?: string };
};

/** Shows something and asks nothing: clean HTML, a computed value, an answer that cannot be changed here. */
export type Words = Named & { control: "words"; html?: string; text?: string; image?: { source: string; alt: string } };

/** Cannot be asked without JavaScript; its answer stays as it is. */
export type NeedsScript = Named & { control: "script" };

export type PlainControl = PlainInput | Table | Records | Entries | Words | NeedsScript;

/** How much of a question is to be seen now, in the language of the page. `surveys/form.ts` asks survey-core for it. */
export type Shown = {
  /** name by which the definition knows the question */
  alias: string;
  title: string;
  hint?: string;
  required: boolean;
  /** the answer in words, where it is computed or cannot be changed */
  fixed?: string;
  html?: string;
  image?: { source: string; alt: string };
  /** in the order in which they are shown; left out: those of the definition */
  choices?: PlainOption[];
  /** names and labels of the rows that are shown */
  rows?: { name: string; label: string; fields: Shown[] }[];
  entries?: { label: string; fields: Shown[] }[];
  texts: {
    other?: string;
    otherPlaceholder?: string;
    comment?: string;
    commentPlaceholder?: string;
    placeholder?: string;
    add?: string;
    remove?: string;
    none?: string;
  };
};

/** What a kind needs to describe its question. */
export type PlainView = {
  shown: Shown;
  /** path of the question's field */
  path: string;
  locale: "de" | "en";
  /** ids of the entries of a group, in their order */
  entries: (path: string) => readonly string[];
};

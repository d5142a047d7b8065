/** The words that questions, items, answers and cells are made of. Pure types: every other folder may import them. */

/** A text in the languages of a definition. German is always there (it stands in `default`); English where given. */
export type Text = { de: string; en?: string };

/**
 * How an item is measured. Closed on purpose: charts and statistics switch on it exhaustively.
 * - `choice` one code out of several · `multiple` any number of codes · `ordinal` one code out of an ordered scale
 * - `number` a quantity · `date` an ISO date or time · `rank` codes with a position (1 = first) · `text` · `file`
 */
export type Scale = "choice" | "multiple" | "ordinal" | "number" | "date" | "rank" | "text" | "file";

/** One answer option. `missing` marks "don't know", "refused", "does not apply": shown apart, never averaged. */
export type Code = { code: string; label: Text; number?: number; missing?: boolean };

/** One measurable column of a question. Its key never changes meaning. */
export type Item = {
  /** Path of names joined by "/" ("~" → "~0", "/" → "~1" as in JSON Pointer): `bed_wichtig/psych_netz`. */
  key: string;
  /** Path of the question the item belongs to, in the same notation. */
  question: string;
  scale: Scale;
  /** The question's title. */
  title: Text;
  /** What tells this item from its siblings (matrix row, column, field); equals `title` for single-item questions. */
  label: Text;
  codes: Code[];
  /** Inside a repeated group: its cells carry an entry. */
  repeated: boolean;
  /** Set where the type is unknown to us and the answer is kept as text. */
  degraded?: string;
};

/** One value of an item in the long form. At least one of code, number and text is set. */
export type Cell = {
  item: string;
  /** Entry of a repeated group ("1", "2", "1.2" when nested), null outside. */
  entry: string | null;
  code: string | null;
  number: number | null;
  text: string | null;
};

/** What is wrong with a definition or an answer. `path` is a JSON Pointer into what was sent; `code` is one of the catalogue. */
export type SurveyProblem = { code: string; path: string; detail?: Record<string, string | number> };

/**
 * Bounds that hold before anything is built from a definition or an answer. survey-core was measured to block for over
 * 20 s on 100,000 choices and to run out of memory on `choicesMax: 1e8`: so everything is counted first.
 */
export const limits = {
  /** bytes of a definition or an answer sent by a person */
  bytes: 1_048_576,
  /** bytes of a definition that an operator reads from a file */
  operatorBytes: 4 * 1_048_576,
  /** nested objects and arrays */
  depth: 48,
  /** values of any sort in one JSON document */
  nodes: 60_000,
  /** characters of one text in a definition (a logo as data URI is the longest that is met) */
  definitionText: 400_000,
  /** characters of a name of a question, row, column, or of a choice's value */
  name: 1_000,
  /** characters of an expression or a pattern */
  expression: 10_000,
  /** pages, panels and questions at any depth */
  elements: 1_000,
  pages: 300,
  choices: 2_000,
  allChoices: 20_000,
  rows: 500,
  columns: 100,
  /** measurable columns of a definition */
  items: 20_000,
  /** cells or fields that default rows and panels make survey-core build */
  defaultCells: 3_000,
  /** entries of a repeated group in one answer */
  entries: 1_000,
  /** characters of one typed answer */
  answerText: 100_000,
  /** values of any sort in one answer */
  answerNodes: 60_000,
  /** fields that one response keeps, those of removed entries included: as many as a definition may have items */
  fields: 20_000,
  /** bytes of all fields of a response, paths and values as text */
  fieldBytes: 8_000_000,
} as const;

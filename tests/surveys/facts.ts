/**
 * Wrong values that `validate()` of survey-core was measured to accept. Each line needs a test of its own name in
 * facts.test.ts that refuses it; a test there fails when one is missing.
 */
export const acceptedByValidate = [
  "choices that are not in the list",
  "an object in a text field",
  '"abc" in a number field',
  '"3,5" in a number field',
  "77 of 5 in a rating",
  '"maybe" in a boolean',
  "text over maxLength",
  "too many picks",
  "duplicate picks",
  '"none" plus another choice',
  "unknown matrix rows",
  "unknown matrix columns",
  "changed read-only values",
  "any file",
] as const;

/** What survey-core does wrong with good or bad answers, each with a test in pitfalls.test.ts. */
export const pitfalls = [
  "ranking rewrites bad input into a full list",
  "clearIncorrectValues throws on paneldynamic: [null, x] and on a string as a matrixdropdown row",
  "tryComplete on page 1 completed although page 2 had an empty required field",
  "expressions are recomputed: store the recomputed value",
  "display mode, read-only questions and the start page are not validated",
  "an unregistered custom function makes a condition false",
  "choicesByUrl makes Node call the URL",
  "author regexes run as they are",
  "mergeData and applyTheme have polluted prototypes",
  "a complete trigger ended the survey early",
  "the respondent deleted the default rows of a matrixdynamic",
  "questions that hide themselves",
  "questions shown by visible triggers are dropped",
  "chains of hidden questions are dropped",
  "choices filtered by a custom property are dropped",
  "matrix columns without cellType are dropped",
  "questionsOnPageMode inputPerPage weakens the check",
  "checkErrorsMode weakens the check",
  "20,000 rows posted to a matrixdynamic limited to 3",
  "names inside panels and matrices are not globally unique: items need paths",
  "U+0000 cannot be stored: reject it",
  "expressions compare without case",
] as const;

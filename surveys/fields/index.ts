/** How answers come apart into fields, the unit of revision, and together again. */
export { checkField, type FieldPlace, placeOfField } from "./check.ts";
export { type Edit, editsFor } from "./edits.ts";
export { LONGEST_PATH } from "./shape.ts";
export { type Fields, fromFields, nameOfPath, toFields } from "./tree.ts";
export { type FieldWords, wordsOfField } from "./words.ts";

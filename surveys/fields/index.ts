/** How answers come apart into fields, the unit of revision, and together again. Light enough for a browser; what the server checks beside it is in check.ts. */

export { editsFor } from "./edits.ts";
export { type FieldPlace, placeOfField } from "./place.ts";
export { LONGEST_PATH } from "./shape.ts";
export { fromFields, nameOfPath, questionOfPath, toFields } from "./tree.ts";
export { wordsOfField } from "./words.ts";

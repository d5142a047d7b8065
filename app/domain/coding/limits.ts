/** Signs; the database holds the same. */
export const CODE_NAME_SIGNS = 80;
export const CODE_DESCRIPTION_SIGNS = 600;
export const CODE_EXAMPLE_SIGNS = 300;
export const REASON_SIGNS = 500;
export const QUOTE_SIGNS = 400;
/** Codes of one item; more cannot be kept in mind by anybody who codes. */
export const CODES_PER_ITEM = 60;
export const QUOTES_PER_ITEM = 200;
/** People who code an item independently. */
export const CODERS = 2;
/** Rounds that the list shows. */
export const LISTED_ROUNDS = 100;

/** Uses that one open link may have; a table of the database holds the same. */
export const MOST_USES = 5000;
/** Signs of an open link's label. */
export const LABEL_SIGNS = 80;
/** Lines of a pasted list. */
export const MOST_PEOPLE = 5000;
/** How many people the page of links lists at once; the filter finds the others. */
export const LISTED = 300;

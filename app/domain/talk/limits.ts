/** Letters in one note: a comment, not a report. */
export const NOTE_LENGTH = 2000;
/** Notes beside the answers of one sheet. */
export const NOTES_PER_SHEET = 500;
/** `page:` and a name as long as a definition may have; the database holds it, too. */
export const PLACE_LENGTH = 250;
/** Mails a day that ask one person to answer in one sheet; further assignments are made without one. */
export const ASSIGNMENT_MAILS_PER_DAY = 10;
/** Changes on one page of a history. */
export const CHANGES_PER_PAGE = 20;

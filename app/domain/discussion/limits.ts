/** Characters of a note. */
export const FIGURE_NOTE_LENGTH = 2000;
/** People that one note may speak to. */
export const MENTIONS_PER_NOTE = 20;
/** Both, for the hints of a form. */
export const NOTE_LIMITS = { text: FIGURE_NOTE_LENGTH, people: MENTIONS_PER_NOTE };
export type NoteLimits = typeof NOTE_LIMITS;

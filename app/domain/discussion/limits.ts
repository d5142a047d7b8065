/** Characters of a note. */
export const FIGURE_NOTE_LENGTH = 2000;
/** People that one note may speak to. */
export const MENTIONS_PER_NOTE = 20;

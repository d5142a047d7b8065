/** How figures are made; goes up when the same answers would give other figures. */
export const METHOD = 3;

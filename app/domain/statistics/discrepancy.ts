/**
 * How pressing a need is: the distance between how important it is and how far it is covered, weighted by how important it
 * is (mean weighted discrepancy score: Borich 1980, "A needs assessment model for conducting follow-up studies", Journal of
 * Teacher Education 31(3)). Both means on scales of the same steps, which the lint of definitions requires; on steps from 1
 * to 5 the score goes from −6.25 (importance 2.5, fully covered) to 20. Borich averages each respondent's weighted distance:
 * the mean importance is the same factor for all, so that the means give the same wherever everybody answered both questions.
 */
export function weightedDiscrepancy(importance: number, coverage: number): number {
  return (importance - coverage) * importance;
}

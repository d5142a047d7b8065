import type { ReleaseBlock } from "../../domain/report/blocks.ts";
import { panelsOf } from "../charts/figure-model.ts";

/** One figure of a release, with the place of its question from 0. */
export type QuestionSlide = { kind: "question"; place: number; block: ReleaseBlock };

/** Every panel of every question is a slide of its own; a question that may not be shown is one too, and says so. */
export function slidesOfQuestions(blocks: readonly ReleaseBlock[]): QuestionSlide[] {
  return blocks.flatMap((block, place): QuestionSlide[] => {
    const keys = panelsOf(block).map(({ items }) => new Set(items.map(({ key }) => key)));
    if (keys.length === 0) return [{ kind: "question", place, block }];
    return keys.map((own) => ({
      kind: "question",
      place,
      block: { ...block, items: block.items.filter(({ key }) => own.has(key)) },
    }));
  });
}

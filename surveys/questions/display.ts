import type { QuestionKind } from "../question.ts";
import { leafCells } from "../records.ts";

/** Elements that show something and ask nothing. */
export const display: QuestionKind = {
  types: ["html", "image", "empty"],
  items: () => [],
  check: (question, _raw, path, checking) => checking.report("no-answer-expected", path, question),
  cells: (question, value, entry) => leafCells(question.key, value, entry),
  plain: (_question, view) => {
    const { html, image } = view.shown;
    return { control: "words", path: view.path, label: "", ...(html ? { html } : {}), ...(image ? { image } : {}) };
  },
};

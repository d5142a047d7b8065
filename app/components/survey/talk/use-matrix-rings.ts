import { useEffect, useId } from "react";
import type { MatrixRowModel, QuestionMatrixModel } from "survey-core";
import type { LastAnswer } from "../../../domain/talk/read-last-time.server.ts";
import { partsBelow } from "./field-of-answer.ts";

/**
 * Draws a dashed ring at the choice of last time in every row of a matrix, and says so to who listens. survey-core draws
 * its cells anew after an answer, so the ring is set anew with them; attributes that it does not know it leaves alone.
 */
export function useMatrixRings(
  root: HTMLElement,
  question: QuestionMatrixModel | undefined,
  last: LastAnswer,
  words: string,
): void {
  const id = useId();
  useEffect(() => {
    if (!question) return;
    const hint = Object.assign(document.createElement("span"), { id, hidden: true, textContent: words });
    root.append(hint);
    const chosen = new Map(last.fields.map(({ path, value }) => [partsBelow(path)[0], String(value)]));
    const draw = () => {
      for (const row of question.visibleRows as MatrixRowModel[]) {
        for (const input of root.querySelectorAll<HTMLInputElement>(`input[name="${CSS.escape(row.fullName)}"]`)) {
          const cell = input.closest<HTMLElement>(".sd-matrix__cell, td");
          const isChosen = input.value === chosen.get(row.name);
          if (isChosen) input.setAttribute("aria-describedby", id);
          if (cell) cell.toggleAttribute("data-last-time", isChosen);
        }
      }
    };
    draw();
    const watch = new MutationObserver(draw);
    watch.observe(root, { childList: true, subtree: true });
    return () => {
      watch.disconnect();
      hint.remove();
      for (const cell of root.querySelectorAll("[data-last-time]")) cell.removeAttribute("data-last-time");
      for (const input of root.querySelectorAll(`[aria-describedby="${id}"]`))
        input.removeAttribute("aria-describedby");
    };
  }, [root, question, last, words, id]);
}

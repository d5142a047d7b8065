import {
  type AfterRenderQuestionEvent,
  type Question,
  QuestionMatrixBaseModel,
  type QuestionRankingModel,
  type SurveyModel,
} from "survey-core";

type AccessTexts = {
  /** stands behind the title of a question that must be answered */
  required: string;
  /** how to choose and order without dragging */
  rankChosen: string;
  /** how to order where everything is ranked from the start */
  rankAll: string;
};

type Cell = { locText?: { renderedHtml?: string }; locTitle?: { renderedHtml?: string } };

/** "Supervision: sehr wichtig" – survey-core would say "zeile Supervision, spalte sehr wichtig". */
QuestionMatrixBaseModel.prototype.getCellAriaLabel = (row: Cell | undefined, column: Cell, rowTitle?: string) =>
  [rowTitle || row?.locText?.renderedHtml, column.locTitle?.renderedHtml].filter(Boolean).join(": ");

/** What survey-core leaves out for people who listen, or who use the keyboard. */
export function makeAccessible(model: SurveyModel, texts: AccessTexts): void {
  model.requiredMark = texts.required;
  for (const question of model.getAllQuestions(false, false, true)) explainRanking(question, texts);
  model.onAfterRenderQuestion.add((_, { htmlElement }: AfterRenderQuestionEvent) => watch(htmlElement));
}

/** Dragging is not the only way, but nothing on the page says so. */
function explainRanking(question: Question, texts: AccessTexts): void {
  if (question.getType() !== "ranking") return;
  const hint = (question as QuestionRankingModel).selectToRankEnabled ? texts.rankChosen : texts.rankAll;
  question.description = [question.locDescription.renderedHtml, hint].filter(Boolean).join(" ");
}

/** survey-core draws again after every answer: what it draws anew is named anew. */
function watch(element: HTMLElement): void {
  const improve = () => {
    for (const item of element.querySelectorAll<HTMLElement>(".sv-ranking-item")) nameRankingItem(item);
    for (const input of element.querySelectorAll<HTMLElement>(".sd-dropdown [role=combobox]")) tellChoice(input);
    for (const area of element.querySelectorAll<HTMLElement>(".sd-question__comment-area")) nameComment(area);
  };
  improve();
  new MutationObserver(improve).observe(element, { childList: true, subtree: true });
}

/** An item is a focusable box without any role. Its name is what it shows: its place, once it has one, and its text. */
function nameRankingItem(item: HTMLElement): void {
  if (item.tabIndex < 0) return;
  item.setAttribute("role", "button");
  if (!item.closest(".sv-ranking--select-to-rank")) return;
  item.setAttribute("aria-pressed", String(item.closest(".sv-ranking__container--to") !== null));
}

/** The chosen answer stands beside an empty field: it is the field's description. */
function tellChoice(input: HTMLElement): void {
  const chosen = input.parentElement?.querySelector(".sv-string-viewer");
  if (!chosen || !input.id || input.hasAttribute("aria-describedby")) return;
  chosen.id = `${input.id}-chosen`;
  input.setAttribute("aria-describedby", chosen.id);
}

/** The visible words above a comment, not the example inside it, are its name. */
function nameComment(area: HTMLElement): void {
  const [label, control] = [area.firstElementChild, area.querySelector("textarea, input")];
  if (!label?.textContent?.trim() || !control?.id) return;
  label.id = `${control.id}-label`;
  control.setAttribute("aria-labelledby", label.id);
}

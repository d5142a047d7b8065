import {
  type AfterRenderQuestionEvent,
  type Question,
  QuestionMatrixBaseModel,
  type QuestionRankingModel,
  type SurveyModel,
} from "survey-core";
import type { Texts } from "../../locales/index.ts";
import { correctTable } from "./accessible-table.ts";

type AccessTexts = Texts["responses"]["fill"]["access"];
type Cell = { locText?: { renderedHtml?: string }; locTitle?: { renderedHtml?: string } };

/** "Supervision: sehr wichtig" – survey-core would say "zeile Supervision, spalte sehr wichtig". */
QuestionMatrixBaseModel.prototype.getCellAriaLabel = (row: Cell | undefined, column: Cell, rowTitle?: string) =>
  [rowTitle || row?.locText?.renderedHtml, column.locTitle?.renderedHtml].filter(Boolean).join(": ");

/** What survey-core leaves out for people who listen, or who use the keyboard. */
export function makeAccessible(model: SurveyModel, texts: AccessTexts): void {
  model.requiredMark = texts.required;
  for (const question of model.getAllQuestions(false, false, true)) {
    explainRanking(question, texts);
    // Nothing can be uploaded: nobody is held up by a file that is missing.
    if (question.getType() === "file") question.isRequired = false;
  }
  model.onGetTitleTagName.add((_, event) => {
    event.tagName = headingOf(event.element, event.tagName);
  });
  model.onAfterRenderQuestion.add((_, { htmlElement }: AfterRenderQuestionEvent) => watch(htmlElement, texts));
}

/** Dragging is not the only way. */
function explainRanking(question: Question, texts: AccessTexts): void {
  if (question.getType() !== "ranking") return;
  const hint = (question as QuestionRankingModel).selectToRankEnabled ? texts.rankChosen : texts.rankAll;
  question.description = [question.locDescription.renderedHtml, hint].filter(Boolean).join(" ");
}

type Nested = { isPage?: boolean; parent?: Nested | null; parentQuestion?: Nested | null };

/** What stands inside a panel or an entry is one level below its heading. */
function headingOf(element: unknown, tagName: string): string {
  if (!/^h[2-6]$/i.test(tagName)) return tagName;
  let level = 2;
  for (let up = above(element as Nested); up && !up.isPage; up = above(up)) level += 1;
  return `h${Math.min(level, 6)}`;
}

const above = (element: Nested): Nested | null | undefined => element.parent ?? element.parentQuestion;

/** survey-core draws again after every answer: what it draws anew is named anew. */
function watch(element: HTMLElement, texts: AccessTexts): void {
  const improve = () => {
    for (const item of element.querySelectorAll<HTMLElement>(".sv-ranking-item")) leaveToButtons(item);
    for (const input of element.querySelectorAll<HTMLElement>(".sd-dropdown [role=combobox]")) tellChoice(input);
    for (const area of element.querySelectorAll<HTMLElement>(".sd-question__comment-area")) nameComment(area);
    for (const table of element.querySelectorAll<HTMLTableElement>("table")) correctTable(table);
    for (const rating of element.querySelectorAll<HTMLElement>(".sd-rating")) nameStars(rating, texts);
    for (const slider of element.querySelectorAll<HTMLElement>(".sd-slider")) nameThumbs(slider, texts);
    for (const box of element.querySelectorAll<HTMLInputElement>(".sd-boolean__control")) tellUnanswered(box, texts);
    for (const button of element.querySelectorAll<HTMLElement>(REMOVE)) nameRemoval(button);
    for (const field of element.querySelectorAll<Field>(FIELDS)) nameNameless(field, element);
  };
  improve();
  new MutationObserver(improve).observe(element, { childList: true, subtree: true });
  // A switch changes without anything being drawn anew.
  element.addEventListener("change", () => setTimeout(improve));
}

/** A line of a ranking has buttons of its own; it can be focused, by survey-core, but is no stop of the tab key. */
function leaveToButtons(item: HTMLElement): void {
  if (item.tabIndex === 0) item.tabIndex = -1;
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

/** A star or a face is a picture without any words. */
function nameStars(rating: HTMLElement, texts: AccessTexts): void {
  const inputs = [...rating.querySelectorAll<HTMLInputElement>("label[title] > input[type=radio]")];
  for (const input of inputs) {
    const label = input.parentElement;
    if (!label?.textContent?.trim())
      input.setAttribute("aria-label", texts.rate(label?.title ?? input.value, inputs.length));
  }
}

/** Two thumbs of one scale would have the same name. */
function nameThumbs(slider: HTMLElement, texts: AccessTexts): void {
  const thumbs = [...slider.querySelectorAll<HTMLElement>("input[type=range]:not([aria-hidden])")];
  if (thumbs.length !== 2) return;
  for (const [index, thumb] of thumbs.entries()) {
    if (thumb.dataset.end) continue;
    const title = document.getElementById(thumb.getAttribute("aria-labelledby") ?? "")?.textContent;
    const end = index === 0 ? texts.from : texts.to;
    thumb.dataset.end = end;
    thumb.setAttribute("aria-label", `${title ?? thumb.getAttribute("aria-label") ?? ""}: ${end}`);
    thumb.removeAttribute("aria-labelledby");
  }
}

/** A switch looks off as long as nobody has answered: who listens is told the difference. */
function tellUnanswered(box: HTMLInputElement, texts: AccessTexts): void {
  if (box.indeterminate) box.setAttribute("aria-description", texts.unanswered);
  else box.removeAttribute("aria-description");
}

const REMOVE = ".sd-matrixdynamic__remove-btn, .sd-paneldynamic__remove-btn";

/** "Entfernen" stands at every entry: which one belongs to the name. */
function nameRemoval(button: HTMLElement): void {
  const word = button.getAttribute("title") || button.querySelector(".sd-action__title")?.textContent || "";
  const row = button.closest("tr");
  const rows = row ? [...(row.parentElement?.querySelectorAll(":scope > .sd-table__row") ?? [])] : [];
  const panel = button.closest(".sd-paneldynamic__panel-wrapper")?.querySelector(".sd-panel__title")?.textContent;
  const entry = row ? String(rows.indexOf(row) + 1) : panel?.trim();
  if (word && entry) button.setAttribute("aria-label", `${word}: ${entry}`);
}

type Field = HTMLInputElement | HTMLTextAreaElement;
const FIELDS = "textarea, input:not([type=hidden], [type=radio], [type=checkbox], [type=file], [type=range])";

/** Fields that survey-core leaves without a name, or names by what is not on the page: the words of their choice, else of their question. */
function nameNameless(field: Field, question: HTMLElement): void {
  const named = (field.getAttribute("aria-labelledby") ?? "").split(" ").some((id) => {
    return id !== "" && document.getElementById(id)?.textContent?.trim();
  });
  if (named || field.getAttribute("aria-label")?.trim() || (field.labels?.length ?? 0) > 0) return;
  const words = [field.closest(".sd-item"), question.querySelector(".sd-question__title, .sd-element__title")]
    .map((one) => one?.textContent?.trim())
    .find(Boolean);
  if (!words) return;
  field.removeAttribute("aria-labelledby");
  field.setAttribute("aria-label", words);
}

/**
 * survey-core draws its matrices as tables for the eye only, or without heads of rows, and on a small screen as blocks, which
 * makes browsers forget that they are tables. So every part gets the role it has; the parts stay where they are.
 */
export function correctTable(table: HTMLTableElement): void {
  if (!table.classList.contains("sd-table")) {
    // Fields below each other: a table only for the eye.
    set(table, "role", "presentation");
    for (const row of table.rows) for (const cell of row.cells) tieErrors(row, cell);
    return;
  }
  set(table, "role", "table");
  const question = table.closest<HTMLElement>(".sd-question");
  const title = question?.querySelector<HTMLElement>(":scope .sd-question__title");
  if (title?.id) set(table, "aria-labelledby", title.id);
  const fieldset = table.closest("fieldset");
  // Each row is a group of answers; all rows together are not one.
  if (fieldset) set(fieldset, "role", "group");
  describeByErrors(fieldset ?? table, question);
  for (const part of [table.tHead, ...table.tBodies, table.tFoot]) if (part) set(part, "role", "rowgroup");
  for (const row of table.rows) correctRow(row);
}

function correctRow(row: HTMLTableRowElement): void {
  set(row, "role", "row");
  for (const [index, cell] of [...row.cells].entries()) {
    const isHead = row.parentElement?.tagName === "THEAD";
    if (cell.tagName === "TH") {
      set(cell, "scope", isHead ? "col" : "row");
      set(cell, "role", isHead ? "columnheader" : "rowheader");
    } else if (index === 0 && cell.classList.contains("sd-table__cell--row-text")) set(cell, "role", "rowheader");
    else set(cell, "role", "cell");
  }
}

/** What is wrong with a field stands in the row above it, and its field does not know. */
function tieErrors(row: HTMLTableRowElement, cell: HTMLTableCellElement): void {
  const errors = cell.querySelector(":scope > .sd-question__erbox");
  const next = row.nextElementSibling as HTMLTableRowElement | null;
  const field = errors && next?.cells[cell.cellIndex]?.querySelector<HTMLElement>("input, textarea");
  if (errors?.id && field) set(field, "aria-describedby", errors.id);
}

function describeByErrors(element: HTMLElement, question: HTMLElement | null): void {
  const errors = question?.querySelector(":scope > .sd-question__container > .sd-question__erbox");
  if (errors?.id) set(element, "aria-describedby", errors.id);
  else element.removeAttribute("aria-describedby");
}

function set(element: HTMLElement, name: string, value: string): void {
  if (element.getAttribute(name) !== value) element.setAttribute(name, value);
}

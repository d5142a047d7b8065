import { type ReactNode, useId, useState } from "react";
import { useTexts } from "../texts.ts";
import type { PageState } from "./survey-model.ts";

type PageListProps = {
  pages: PageState[];
  index: number;
  /** minutes for the whole questionnaire */
  minutes: number | null;
  onChoose: (name: string) => void;
  /** what else there is to say of a page, behind its title */
  note?: (page: string) => ReactNode;
};

/** Where am I, what is left: every page with its state; on small screens one line says it and opens the list. */
export function PageList({ pages, index, minutes, onChoose, note }: PageListProps) {
  const t = useTexts().responses.fill;
  const id = useId();
  const [open, setOpen] = useState(false);
  const asked = pages.reduce((sum, page) => sum + page.asked, 0);
  const answered = pages.reduce((sum, page) => sum + page.answered, 0);
  const left = minutes && asked > 0 ? Math.ceil((minutes * (asked - answered)) / asked) : 0;
  return (
    <>
      <button
        type="button"
        className="page-line"
        aria-expanded={open}
        aria-controls={id}
        onClick={() => setOpen((before) => !before)}
      >
        {index < 0 ? null : <strong>{t.page(index + 1, pages.length)}</strong>}
        {asked > 0 ? <span>{t.answered(answered, asked)}</span> : null}
      </button>
      <nav aria-label={t.pagesLabel} className={open ? "page-list page-list--open" : "page-list"} id={id}>
        <ol className="plain-list">
          {pages.map((page, i) => (
            <li key={page.name}>
              <button
                type="button"
                className="page-list__item"
                aria-current={i === index ? "step" : undefined}
                onClick={() => {
                  setOpen(false);
                  onChoose(page.name);
                }}
              >
                <span className={`page-list__mark page-list__mark--${markOf(page)}`} aria-hidden="true" />
                {page.title}
                <span className="visually-hidden">, {t.marks[markOf(page)]}</span>
                {note?.(page.name)}
              </button>
            </li>
          ))}
        </ol>
      </nav>
      {asked > 0 ? (
        <>
          <p className="wide-only quiet">
            {t.answered(answered, asked)}
            {left > 0 ? <br /> : null}
            {left > 0 ? t.minutesLeft(left) : null}
          </p>
          <progress className="progress" value={answered} max={asked} aria-label={t.answered(answered, asked)} />
        </>
      ) : null}
    </>
  );
}

function markOf(page: PageState): "done" | "begun" | "open" {
  if (page.asked > 0 && page.answered === page.asked) return "done";
  return page.answered > 0 ? "begun" : "open";
}

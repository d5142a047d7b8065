import { formNames } from "#surveys/plain/names.ts";
import type { PlainPageLink } from "../../domain/responses/plain/read-page.server.ts";
import { useTexts } from "../texts.ts";

type PlainNavProps = { pages: PlainPageLink[]; number: number; form: string; disabled: boolean };

/** Where am I, what is left. The pages are buttons of the form: whoever goes to another page loses nothing. */
export function PlainNav({ pages, number, form, disabled }: PlainNavProps) {
  const { plain: t, responses } = useTexts();
  const place = pages.findIndex((page) => page.number === number) + 1;
  const list = (
    <ol className="plain-list">
      {pages.map((page) => (
        <li key={page.number}>
          <button
            type="submit"
            form={form}
            name={formNames.act}
            value={`page.${page.number}`}
            className="page-list__item"
            aria-current={page.number === number ? "step" : undefined}
            disabled={disabled}
          >
            <span className={`page-list__mark page-list__mark--${markOf(page)}`} aria-hidden="true" />
            {page.title}
            <span className="visually-hidden">, {responses.fill.marks[markOf(page)]}</span>
          </button>
        </li>
      ))}
    </ol>
  );
  return (
    <>
      <nav aria-label={responses.fill.pagesLabel} className="page-list plain-nav--wide">
        <p className="quiet">{t.page(place, pages.length)}</p>
        {list}
        <p className="quiet">{t.pagesHint}</p>
      </nav>
      <details className="plain-nav--narrow">
        <summary>{t.page(place, pages.length)}</summary>
        <nav aria-label={responses.fill.pagesLabel}>{list}</nav>
        <p className="quiet">{t.pagesHint}</p>
      </details>
    </>
  );
}

function markOf(page: PlainPageLink): "done" | "begun" | "open" {
  if (page.asked > 0 && page.answered === page.asked) return "done";
  return page.answered > 0 ? "begun" : "open";
}

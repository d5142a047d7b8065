import { Link } from "@remix-run/react";
import { formatCount } from "../../format.ts";
import { useLocale, useTexts } from "../texts.ts";

type PagerProps = { page: number; pages: number; to: (page: number) => string };

/** Leads through a list that does not fit on one page; nothing where it does. */
export function Pager({ page, pages, to }: PagerProps) {
  const t = useTexts().members.pager;
  const locale = useLocale();
  if (pages < 2) return null;
  return (
    <nav className="pager" aria-label={t.label}>
      {page > 1 ? (
        <Link className="button" to={to(page - 1)} rel="prev">
          {t.before}
        </Link>
      ) : null}
      <span>{t.at(formatCount(page, locale), formatCount(pages, locale))}</span>
      {page < pages ? (
        <Link className="button" to={to(page + 1)} rel="next">
          {t.next}
        </Link>
      ) : null}
    </nav>
  );
}

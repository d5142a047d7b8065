import { Link } from "@remix-run/react";
import { useTexts } from "../texts.ts";

type YearLinksProps = { years: readonly string[]; year: string; to: (year: string) => string };

/** To the year before and the one after, where there is something. */
export function YearLinks({ years, year, to }: YearLinksProps) {
  const t = useTexts().measures.plan;
  const [before, after] = [years.findLast((one) => one < year), years.find((one) => one > year)];
  return (
    <nav aria-label={t.year} className="actions no-print">
      {[before, after].map((one) =>
        one ? (
          <Link key={one} className="button" to={to(one)}>
            {t.yearOf(one)}
          </Link>
        ) : null,
      )}
    </nav>
  );
}

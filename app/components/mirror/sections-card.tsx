import { Link } from "@remix-run/react";
import { formatCount } from "../../format.ts";
import { useLocale, useReader, useTexts } from "../texts.ts";
import { highlightsOf, type MirrorPage } from "./compare.ts";

type SectionsCardProps = { pages: readonly MirrorPage[]; linkTo: (section: string) => string };

/** The sections of the questionnaire, each with how often the project answers in it as most others do. */
export function SectionsCard({ pages, linkTo }: SectionsCardProps) {
  const t = useTexts().mirror;
  const locale = useLocale();
  const read = useReader();
  return (
    <section className="card" aria-labelledby="sections">
      <h2 className="figure__title" id="sections">
        {t.contents}
      </h2>
      <ol className="plain-list mirror-sections">
        {pages.map((page) => {
          const { compared, common } = highlightsOf([page]);
          return (
            <li key={page.name}>
              <Link reloadDocument to={linkTo(page.name)}>
                {read(page.title)}
              </Link>
              <span className="quiet">
                {compared === 0
                  ? t.sections.none
                  : t.sections.common(formatCount(common, locale), compared, formatCount(compared, locale))}
              </span>
            </li>
          );
        })}
      </ol>
    </section>
  );
}

import { Link } from "@remix-run/react";
import { formatCount } from "../../format.ts";
import { useLocale, useReader, useTexts } from "../texts.ts";
import type { Glance } from "./glance.ts";

type SectionsCardProps = { sections: Glance["sections"]; linkTo: (index: number) => string };

/** The sections of the questionnaire, each with how often the project answers in it as most others do. */
export function SectionsCard({ sections, linkTo }: SectionsCardProps) {
  const t = useTexts().mirror;
  const locale = useLocale();
  const read = useReader();
  return (
    <section className="card" aria-labelledby="sections">
      <h2 className="figure__title" id="sections">
        {t.contents}
      </h2>
      <ol className="plain-list mirror-sections">
        {sections.map(({ title, compared, common }, index) => (
          <li key={linkTo(index)}>
            {/* As a document of its own, so that the keyboard goes on at the heading. */}
            <Link reloadDocument to={linkTo(index)}>
              {read(title)}
            </Link>
            <span className="quiet">
              {compared === 0
                ? t.sections.none
                : t.glance.common(formatCount(common, locale), compared, formatCount(compared, locale))}
            </span>
          </li>
        ))}
      </ol>
    </section>
  );
}

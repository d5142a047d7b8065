import { Link } from "@remix-run/react";
import { formatCount } from "../../format.ts";
import { useLocale, useReader, useTexts } from "../texts.ts";
import type { Glance } from "./glance.ts";

type SectionsCardProps = { sections: Glance["sections"]; linkTo: (section: string) => string };

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
        {sections.map(({ name, title, compared, common }) => (
          <li key={name}>
            <Link reloadDocument to={linkTo(name)}>
              {read(title)}
            </Link>
            <span className="quiet">
              {compared === 0
                ? t.sections.none
                : t.sections.common(formatCount(common, locale), compared, formatCount(compared, locale))}
            </span>
          </li>
        ))}
      </ol>
    </section>
  );
}

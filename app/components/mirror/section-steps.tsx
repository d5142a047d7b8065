import { Link } from "@remix-run/react";
import type { Text } from "#surveys/model.ts";
import { useReader, useTexts } from "../texts.ts";

type SectionStepsProps = { sections: readonly Text[]; index: number; linkTo: (index: number) => string };

/** From one section to those beside it: as documents of their own, so that the keyboard goes on at their heading. */
export function SectionSteps({ sections, index, linkTo }: SectionStepsProps) {
  const t = useTexts().mirror.sections;
  const read = useReader();
  const [before, after] = [sections[index - 1], sections[index + 1]];
  if (!before && !after) return null;
  return (
    <nav className="mirror-steps no-print" aria-label={t.steps}>
      {before ? (
        <Link reloadDocument className="button" rel="prev" to={linkTo(index - 1)}>
          {t.previous(read(before))}
        </Link>
      ) : null}
      {after ? (
        <Link reloadDocument className="button mirror-steps__next" rel="next" to={linkTo(index + 1)}>
          {t.next(read(after))}
        </Link>
      ) : null}
    </nav>
  );
}

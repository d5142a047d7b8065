import { Link } from "@remix-run/react";
import type { MirrorSection } from "../../domain/mirror/part.ts";
import { useReader, useTexts } from "../texts.ts";

type SectionStepsProps = { sections: readonly MirrorSection[]; name: string; linkTo: (section: string) => string };

/** From one section to those beside it. */
export function SectionSteps({ sections, name, linkTo }: SectionStepsProps) {
  const t = useTexts().mirror.sections;
  const read = useReader();
  const index = sections.findIndex((section) => section.name === name);
  const [before, after] = [sections[index - 1], sections[index + 1]];
  return (
    <nav className="mirror-steps no-print" aria-label={t.steps}>
      {before ? (
        <Link className="button" rel="prev" to={linkTo(before.name)}>
          {t.previous(read(before.title))}
        </Link>
      ) : null}
      {after ? (
        <Link className="button mirror-steps__next" rel="next" to={linkTo(after.name)}>
          {t.next(read(after.title))}
        </Link>
      ) : null}
    </nav>
  );
}

import { Link } from "@remix-run/react";
import { paths } from "../../paths.ts";
import { useTexts } from "../texts.ts";

type DecideLinkProps = {
  releaseId: string;
  /** keys of the items that were found */
  items: readonly string[];
  /** what it is about, for those who hear the link alone */
  about: string;
};

/**
 * From a finding to a measure in one click, or to one that is there already. Only for those who hold `measure.edit`: the
 * loader of the page says so.
 */
export function DecideLink({ releaseId, items, about }: DecideLinkProps) {
  const t = useTexts().measures;
  return (
    <span className="decide-link no-print">
      <Link to={paths.newMeasure(releaseId, ...items)}>
        {t.decide}
        <span className="visually-hidden">{t.decideAbout(about)}</span>
      </Link>
      <Link className="decide-link__other" to={paths.addToMeasure(releaseId, ...items)}>
        {t.add.link}
        <span className="visually-hidden">{t.add.linkAbout(about)}</span>
      </Link>
    </span>
  );
}

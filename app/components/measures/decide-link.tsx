import { Link } from "@remix-run/react";
import { paths } from "../../paths.ts";
import { useTexts } from "../texts.ts";

type DecideLinkProps = {
  releaseId: string;
  /** key of the item that was found */
  item: string;
  /** what it is about, for those who hear the link alone */
  about: string;
};

/** From a finding to a measure in one click. Only for those who hold `measure.edit`: the loader of the page says so. */
export function DecideLink({ releaseId, item, about }: DecideLinkProps) {
  const t = useTexts().measures;
  return (
    <Link className="decide-link no-print" to={paths.newMeasure(releaseId, item)}>
      {t.decide}
      <span className="visually-hidden">{t.decideAbout(about)}</span>
    </Link>
  );
}

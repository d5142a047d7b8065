import { NavLink } from "@remix-run/react";
import type { ReactNode } from "react";
import type { Place } from "../../domain/coding/open-item.server.ts";
import { paths } from "../../paths.ts";
import { Notice } from "../layout/notice.tsx";
import { PageHead } from "../layout/page-head.tsx";
import { DoneNotice } from "../members/done-notice.tsx";
import { useReader, useTexts } from "../texts.ts";

type CodingFrameProps = {
  place: Place;
  title: string;
  /** may read texts; everybody else sees progress and agreement alone */
  codes?: boolean;
  actions?: ReactNode;
  children: ReactNode;
};

/** Every page about one text item: the question, the pages beside this one, and who sees what. */
export function CodingFrame({ place, title, codes = true, actions, children }: CodingFrameProps) {
  const t = useTexts().coding;
  const read = useReader();
  return (
    <div className="stack">
      <PageHead
        title={title}
        subtitle={read(place.question)}
        trail={[
          { to: paths.codingRounds(), label: t.title },
          { to: paths.codingRound(place.roundId), label: `${read(place.round)} ${place.wave}` },
        ]}
        trailLabel={t.overview.label}
        actions={actions}
      />
      {codes ? <ItemNav place={place} /> : null}
      <DoneNotice texts={t.done} />
      {place.open ? null : <Notice title={t.readOnly} />}
      {children}
      <p className="who-sees">{codes ? t.whoSees.coder : t.whoSees.reader}</p>
    </div>
  );
}

function ItemNav({ place }: { place: Place }) {
  const t = useTexts().coding.pages;
  const { roundId, item } = place;
  const entries = [
    { to: paths.codeTree(roundId, item), label: t.tree },
    { to: paths.codingDesk(roundId, item), label: t.desk },
    { to: paths.codingAgreement(roundId, item), label: t.agreement },
    { to: paths.settling(roundId, item), label: t.settle },
    { to: paths.quotes(roundId, item), label: t.quotes },
  ];
  return (
    <nav className="section-nav" aria-label={t.label}>
      <ul className="plain-list">
        {entries.map((entry) => (
          <li key={entry.to}>
            <NavLink to={entry.to}>{entry.label}</NavLink>
          </li>
        ))}
      </ul>
    </nav>
  );
}

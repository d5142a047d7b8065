import { Link } from "@remix-run/react";
import type { Interface } from "../../domain/interfaces/rank-interfaces.ts";
import type { ReleaseSummary } from "../../domain/report/read-report.server.ts";
import { formatList } from "../../format.ts";
import { paths } from "../../paths.ts";
import { HeatMap } from "../charts/heat-map.tsx";
import { NotesLink } from "../discussion/notes-link.tsx";
import { DecideLink } from "../measures/decide-link.tsx";
import { useLocale, useReader, useTexts } from "../texts.ts";
import { basesOf, heatOf } from "./heat-of-interfaces.ts";
import { Method } from "./method.tsx";
import { profileAddress } from "./profile-address.ts";

type InterfacesCardProps = {
  releaseId: string;
  respondents: ReleaseSummary["respondents"];
  ranked: Interface[];
  /** undefined where no field has all five shares */
  sentence: string | undefined;
  /** which answers count for each aspect */
  counted: string[];
  /** names of fields whose contact may not be shown */
  hidden: string[];
  /** a measure can be decided from each field */
  mayDecide: boolean;
};

/** All fields by the five points of cooperation: a sentence, the rules it follows, and the table. */
export function InterfacesCard(props: InterfacesCardProps) {
  const { releaseId, respondents, ranked, sentence, counted, hidden, mayDecide } = props;
  const t = useTexts().interfaces;
  const locale = useLocale();
  const read = useReader();
  const heat = heatOf(
    ranked.map((one) => ({ ...one, name: read(one.label) })),
    t.all.key[respondents],
    t,
    locale,
  );
  const isShort = heat.rows.some(({ cells }) => cells.includes(null));
  return (
    <section className="card figure" aria-labelledby="interfaces-all">
      <h2 className="figure__title" id="interfaces-all">
        {t.all.title}
      </h2>
      <p className="figure__base">{basesOf(ranked, t, locale)}</p>
      <p className="sentence sentence--small figure__sentence">{sentence ?? t.all.none}</p>
      <HeatMap
        heat={heat}
        caption={t.all.caption}
        corner={t.all.corner}
        withheldCell={t.all.withheld}
        emptyCell={t.all.withheld}
        picture={{ title: t.all.title, locale, note: heat.key }}
        rowHead={({ key, label }) => {
          const { evidence, items = [] } = ranked.find(({ field }) => field === key) ?? {};
          return (
            <>
              <Link reloadDocument to={profileAddress(releaseId, key)}>
                {label}
              </Link>
              {mayDecide && evidence ? <DecideLink releaseId={releaseId} items={[evidence]} about={label} /> : null}
              <NotesLink releaseId={releaseId} items={items} about={label} onlyOpen />
            </>
          );
        }}
      />
      {isShort || hidden.length > 0 ? (
        <p className="table-note">
          {isShort ? `${t.all.note[respondents]} ` : ""}
          {hidden.length > 0 ? `${t.all.hidden[respondents](formatList(hidden, locale))} ` : ""}
          <Link to={paths.rule()}>{t.all.ruleLink}</Link>
        </p>
      ) : null}
      <Method counted={counted} />
    </section>
  );
}

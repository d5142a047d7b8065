import { Link } from "@remix-run/react";
import { formatCount } from "../../format.ts";
import { useLocale, useReader, useTexts } from "../texts.ts";
import type { Glance, StandingOut } from "./glance.ts";
import { useAnswer, useSame } from "./own-answer.tsx";

type LinkTo = (section: number, item: string) => string;
type GlanceCardProps = { glance: Glance; lastWave: string | null; linkTo: LinkTo };

/** What stands out: where few answer like this project, and where many do. The rule by which they are chosen stands below. */
export function GlanceCard({ glance, lastWave, linkTo }: GlanceCardProps) {
  const t = useTexts().mirror.glance;
  const locale = useLocale();
  const count = (n: number) => formatCount(n, locale);
  const { compared, common, rare, shared, changed } = glance;
  return (
    <section className="card mirror-glance" aria-labelledby="glance">
      <h2 className="figure__title" id="glance">
        {t.title}
      </h2>
      <p className="sentence">{compared === 0 ? t.none : t.common(count(common), compared, count(compared))}</p>
      {changed && lastWave ? (
        <p className="quiet">{t.changed(count(changed.changed), count(changed.compared), lastWave)}</p>
      ) : null}
      {compared === 0 ? null : (
        <>
          <div className="mirror-glance__lists">
            <StandingOutList title={t.rare} none={t.rareNone} list={rare} linkTo={linkTo} />
            <StandingOutList title={t.shared} none={t.sharedNone} list={shared} linkTo={linkTo} />
          </div>
          <p className="table-note">
            {t.rule} {glance.isNamed ? t.ruleNamed : null}
          </p>
        </>
      )}
    </section>
  );
}

type StandingOutProps = { title: string; none: string; list: StandingOut[]; linkTo: LinkTo };

function StandingOutList({ title, none, list, linkTo }: StandingOutProps) {
  const t = useTexts().mirror.glance;
  const read = useReader();
  const write = useAnswer();
  const say = useSame();
  return (
    <div>
      <h3 className="figure__subtitle">{title}</h3>
      {list.length === 0 ? <p className="quiet">{none}</p> : null}
      <ul className="plain-list mirror-glance__list">
        {list.map(({ section, item, label, question, values, same }) => (
          <li key={item}>
            {/* As a document of its own, so that the keyboard goes on at the row. */}
            <Link reloadDocument to={linkTo(section, item)}>
              {read(label)}
            </Link>
            {question ? <span className="mirror-glance__question">{read(question)}</span> : null}
            <span>
              {t.you(write(values))} {say(same)}
            </span>
          </li>
        ))}
      </ul>
    </div>
  );
}

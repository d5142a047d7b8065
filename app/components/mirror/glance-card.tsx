import { Link } from "@remix-run/react";
import type { OwnPage } from "../../domain/mirror/own-answers.ts";
import { formatCount } from "../../format.ts";
import { useLocale, useReader, useTexts } from "../texts.ts";
import { type Compared, changedSince, type Highlights } from "./compare.ts";
import { useAnswer, useSame } from "./own-answer.tsx";

type LinkTo = (section: string, item: string) => string;
type GlanceCardProps = { highlights: Highlights; pages: OwnPage[]; lastWave: string | null; linkTo: LinkTo };

/** What stands out: where few answer like this project, and where many do. The rule by which they are chosen stands below. */
export function GlanceCard({ highlights, pages, lastWave, linkTo }: GlanceCardProps) {
  const t = useTexts().mirror.glance;
  const locale = useLocale();
  const count = (n: number) => formatCount(n, locale);
  const { compared, common, rare, shared } = highlights;
  const changed = changedSince(pages);
  return (
    <section className="card mirror-glance" aria-labelledby="glance">
      <h2 className="figure__title" id="glance">
        {t.title}
      </h2>
      <p className="sentence">{compared === 0 ? t.none : t.common(count(common), count(compared))}</p>
      {changed && lastWave ? (
        <p className="quiet">{t.changed(count(changed.changed), count(changed.compared), lastWave)}</p>
      ) : null}
      {compared === 0 ? null : (
        <>
          <div className="mirror-glance__lists">
            <Named title={t.rare} none={t.rareNone} list={rare} linkTo={linkTo} />
            <Named title={t.shared} none={t.sharedNone} list={shared} linkTo={linkTo} />
          </div>
          <p className="table-note">{t.rule}</p>
        </>
      )}
    </section>
  );
}

type NamedProps = { title: string; none: string; list: Compared[]; linkTo: LinkTo };

function Named({ title, none, list, linkTo }: NamedProps) {
  const t = useTexts().mirror.glance;
  const read = useReader();
  const write = useAnswer();
  const say = useSame();
  return (
    <div>
      <h3 className="figure__subtitle">{title}</h3>
      {list.length === 0 ? <p className="quiet">{none}</p> : null}
      <ul className="plain-list mirror-glance__list">
        {list.map(({ section, line, item, question, same }) => (
          <li key={line.item}>
            {/* As a document of its own, so that the keyboard goes on at the row. */}
            <Link reloadDocument to={linkTo(section, line.item)}>
              {read(line.label ?? question.title)}
            </Link>
            {line.label ? <span className="mirror-glance__question">{read(question.title)}</span> : null}
            <span>
              {t.you(write(line.values))} {say(same, { item })}
            </span>
          </li>
        ))}
      </ul>
    </div>
  );
}

import type { OwnPage } from "../../domain/mirror/own-answers.ts";
import { formatCount } from "../../format.ts";
import { useLocale, useReader, useTexts } from "../texts.ts";
import { type Compared, changedSince, type Highlights } from "./compare.ts";
import { anchorOf } from "./mirror-model.ts";
import { useAnswer, useSame } from "./own-answer.tsx";

type GlanceCardProps = { highlights: Highlights; pages: OwnPage[]; lastWave: string | null };

/** What stands out: where few answer like this project, and where many do. The rule by which they are chosen stands below. */
export function GlanceCard({ highlights, pages, lastWave }: GlanceCardProps) {
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
            <Named title={t.rare} none={t.rareNone} list={rare} />
            <Named title={t.shared} none={t.sharedNone} list={shared} />
          </div>
          <p className="table-note">{t.rule}</p>
        </>
      )}
    </section>
  );
}

function Named({ title, none, list }: { title: string; none: string; list: Compared[] }) {
  const t = useTexts().mirror.glance;
  const read = useReader();
  const write = useAnswer();
  const say = useSame();
  return (
    <div>
      <h3 className="figure__subtitle">{title}</h3>
      {list.length === 0 ? <p className="quiet">{none}</p> : null}
      <ul className="plain-list mirror-glance__list">
        {list.map(({ line, item, question, same }) => (
          <li key={line.item}>
            <a href={`#${anchorOf(line.item)}`}>{read(line.label ?? question.title)}</a>
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

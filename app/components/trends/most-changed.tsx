import type { Changed, Quiet } from "../../domain/trends/compare-waves.ts";
import { formatCount } from "../../format.ts";
import { useLocale, useReader, useTexts } from "../texts.ts";
import { changeInWords, weightInWords } from "./change-words.ts";

type MostChangedProps = {
  up: Changed[];
  down: Changed[];
  quiet: Quiet;
  /** the wave before */
  wave: string;
  /** so many valid answers both waves had at least */
  least: number;
  /** where the question of an item stands on the page */
  anchorOf: (question: string) => string;
};

/** What rose and what fell most since the wave before, each a sentence with its figures, bases, and how sure it is. */
export function MostChanged({ up, down, quiet, wave, least, anchorOf }: MostChangedProps) {
  const t = useTexts().trends.most;
  const locale = useLocale();
  const all = [...up, ...down];
  const isChance = all.every(({ difference: { word } }) => word === "unremarkable");
  return (
    <section className="card stack stack--close" aria-labelledby="trends-most">
      <h2 id="trends-most">{t.title(wave)}</h2>
      {all.length === 0 ? <p>{t.quiet[quiet]}</p> : null}
      {all.length > 0 && isChance ? <p className="sentence sentence--small">{t.chanceOnly}</p> : null}
      {all.length > 0 ? (
        <div className="trends__sides">
          <Side title={t.up} changes={up} wave={wave} anchorOf={anchorOf} />
          <Side title={t.down} changes={down} wave={wave} anchorOf={anchorOf} />
        </div>
      ) : null}
      <p className="table-note">{t.rule(formatCount(least, locale))}</p>
    </section>
  );
}

type SideProps = { title: string; changes: Changed[] } & Pick<MostChangedProps, "wave" | "anchorOf">;

function Side({ title, changes, wave, anchorOf }: SideProps) {
  const texts = useTexts();
  const locale = useLocale();
  const read = useReader();
  const t = texts.trends.most;
  return (
    <div>
      <h3 className="trends__side">{title}</h3>
      {changes.length === 0 ? <p className="muted">{t.none}</p> : null}
      <ol className="plain-list">
        {changes.map((changed) => {
          const { key, item } = changed.line;
          return (
            <li key={key} className="trends__change">
              <p className="figure__base">
                <a href={`#${anchorOf(item.question)}`}>{read(item.title)}</a>
              </p>
              <p className="sentence sentence--small">{changeInWords(changed, wave, texts, locale)}</p>
              <p className="figure__base">{weightInWords(changed, texts, locale)}</p>
            </li>
          );
        })}
      </ol>
    </div>
  );
}

import type { ReleaseBlock } from "../../domain/report/blocks.ts";
import { quote } from "../../format.ts";
import { useLocale, useReader, useTexts } from "../texts.ts";

/** What projects wrote about what works well, as far as a second person approved it; nothing where there is none. */
export function PracticeCard({ blocks }: { blocks: ReleaseBlock[] }) {
  const t = useTexts().interfaces.practice;
  const locale = useLocale();
  const read = useReader();
  const quoted = blocks.map(({ question, title, items }) => ({
    question,
    title,
    quotes: items.flatMap((item) => item.quotes),
  }));
  if (quoted.length === 0) return null;
  return (
    <section className="card figure" aria-labelledby="interfaces-practice">
      <h2 className="figure__title" id="interfaces-practice">
        {t.title}
      </h2>
      <p className="figure__base">{t.note}</p>
      {quoted.map(({ question, title, quotes }) => (
        <section className="figure__quotes" key={question} aria-label={read(title)}>
          <p className="figure__quotes-lead">{read(title)}</p>
          <ul className="plain-list">
            {quotes.map((text) => (
              <li key={text}>
                <blockquote>{quote(text, locale)}</blockquote>
              </li>
            ))}
          </ul>
        </section>
      ))}
    </section>
  );
}

import { PageHead } from "../../components/layout/page-head.tsx";
import { titled } from "../../components/layout/titled.ts";
import { TableScroll } from "../../components/table/table-scroll.tsx";
import { useLocale, useTexts } from "../../components/texts.ts";
import { ruleFor } from "../../domain/disclosure/rule.ts";
import { formatCount } from "../../format.ts";
import type { Handle } from "../../root.tsx";

export const meta = titled((t) => t.releases.rule.title);
export const handle: Handle = { width: "narrow" };

const STANDARD = ruleFor({ strict: false });
const STRICT = ruleFor({ strict: true });

/** What the rule of disclosure says, for everybody: it holds no figure of any round. */
export default function Rule() {
  const t = useTexts().releases.rule;
  const locale = useLocale();
  const count = (n: number) => formatCount(n, locale);
  return (
    <div className="stack">
      <PageHead title={t.title} subtitle={t.subtitle} />
      <section className="stack stack--close">
        <h2>{t.what}</h2>
        <ul>
          {t.points(count(STANDARD.minimum), count(STANDARD.organisations)).map((point) => (
            <li key={point}>{point}</li>
          ))}
        </ul>
        <p>{t.strict(count(STRICT.minimum), count(STRICT.withoutTwo ?? 0))}</p>
      </section>
      <section className="stack stack--close">
        <h2>{t.rounding}</h2>
        <ul>
          {t.roundingPoints(count(STANDARD.multiple), count(STRICT.multiple)).map((point) => (
            <li key={point}>{point}</li>
          ))}
        </ul>
      </section>
      <section className="stack stack--close">
        <h2>{t.certainty}</h2>
        <ul>
          {t.certaintyPoints.map((point) => (
            <li key={point}>{point}</li>
          ))}
        </ul>
      </section>
      <section className="stack stack--close">
        <h2>{t.example}</h2>
        <p>{t.exampleLead}</p>
        <Example />
        <p>{t.exampleEnd}</p>
        <p>{t.exampleRounded}</p>
      </section>
      <section className="stack stack--close">
        <h2>{t.where}</h2>
        <p>{t.whereText}</p>
      </section>
    </div>
  );
}

function Example() {
  const t = useTexts().releases.rule;
  return (
    <TableScroll label={t.example}>
      <table className="data">
        <thead>
          <tr>
            <th scope="col">{t.exampleHeads.region}</th>
            <th scope="col" className="number">
              {t.exampleHeads.projects}
            </th>
            <th scope="col" className="number">
              {t.exampleHeads.organisations}
            </th>
            <th scope="col">{t.exampleHeads.shown}</th>
          </tr>
        </thead>
        <tbody>
          {t.exampleRows.map((row) => (
            <tr key={row.region}>
              <th scope="row">{row.region}</th>
              <td className="number">{row.projects}</td>
              <td className="number">{row.organisations}</td>
              <td>{row.shown}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </TableScroll>
  );
}

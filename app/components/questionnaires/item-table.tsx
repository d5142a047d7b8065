import { Fragment } from "react";
import type { ItemSheet, SheetItem } from "../../domain/questionnaires/item-sheet.ts";
import { formatCount, textIn } from "../../format.ts";
import { TableScroll } from "../table/table-scroll.tsx";
import { useLocale, useReader, useTexts } from "../texts.ts";

/** Every item of a version in both languages, by page and question. */
export function ItemTable({ sheet }: { sheet: ItemSheet }) {
  const t = useTexts().questionnaires.version;
  const locale = useLocale();
  const read = useReader();
  return (
    <section className="stack stack--close">
      <h2>{t.items(formatCount(sheet.items, locale))}</h2>
      <p className="quiet">{t.itemsText}</p>
      {sheet.pages.map((page, i) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: pages may have the same title, and the list never changes
        <details key={i} className="fold" open={sheet.pages.length === 1}>
          <summary>
            <strong>{read(page.title)}</strong>{" "}
            <span className="quiet">{t.items(formatCount(page.items.length, locale))}</span>
          </summary>
          <TableScroll label={read(page.title)}>
            <table className="data data--records item-table">
              <thead>
                <tr>
                  <th scope="col">{t.heads.german}</th>
                  <th scope="col">{t.heads.english}</th>
                  <th scope="col">{t.heads.scale}</th>
                  <th scope="col">{t.heads.codes}</th>
                </tr>
              </thead>
              <tbody>
                {page.items.map((item) => (
                  <Line key={item.key} item={item} />
                ))}
              </tbody>
            </table>
          </TableScroll>
        </details>
      ))}
      {sheet.shown < sheet.items ? (
        <p className="table-note">{t.cut(formatCount(sheet.shown, locale), formatCount(sheet.items, locale))}</p>
      ) : null}
    </section>
  );
}

function Line({ item }: { item: SheetItem }) {
  const { questionnaires, wordings } = useTexts();
  const t = questionnaires.version;
  return (
    <tr>
      <th scope="row" lang="de">
        <Wording item={item} locale="de" />
        <code className="item-table__key" lang="en">
          {item.key}
        </code>
      </th>
      <td data-label={t.heads.english}>
        <Wording item={item} locale="en" />
      </td>
      <td data-label={t.heads.scale}>
        {wordings.scales[item.scale]}
        {item.repeated ? `, ${t.repeated}` : ""}
      </td>
      <td data-label={t.heads.codes}>
        <Codes item={item} />
      </td>
    </tr>
  );
}

/** The question once, where it begins; then what tells its items apart. */
function Wording({ item, locale }: { item: SheetItem; locale: "de" | "en" }) {
  const t = useTexts().questionnaires.version;
  const main = item.label ?? item.title;
  const isMissing = locale === "en" && main.en === undefined;
  return (
    <>
      {item.label && item.first ? <span className="item-table__question">{textIn(item.title, locale)}</span> : null}
      {isMissing ? <span className="quiet">{t.noEnglish}</span> : <span lang={locale}>{textIn(main, locale)}</span>}
    </>
  );
}

function Codes({ item }: { item: SheetItem }) {
  const t = useTexts().questionnaires.version;
  const locale = useLocale();
  if (item.codes.length === 0) return null;
  return (
    <details className="codes">
      <summary>{t.codes(formatCount(item.codes.length + item.moreCodes, locale))}</summary>
      <dl className="codes__list">
        {item.codes.map(({ code, label, missing }) => (
          <Fragment key={code}>
            <dt>
              <code>{code}</code>
            </dt>
            <dd>
              {[label.de, label.en].filter(Boolean).join(" · ")}
              {missing ? <span className="quiet"> ({t.missing})</span> : null}
            </dd>
          </Fragment>
        ))}
      </dl>
      {item.moreCodes > 0 ? <p className="quiet">{t.moreCodes(formatCount(item.moreCodes, locale))}</p> : null}
    </details>
  );
}

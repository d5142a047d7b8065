import type { Recoding, Rewording } from "#surveys/concordance.ts";
import type { Text } from "#surveys/model.ts";
import { formatCount, formatList, quote, textIn } from "../../format.ts";
import { LOCALES, type Locale, type Texts } from "../../locales/index.ts";
import { useLocale, useTexts } from "../texts.ts";

/** Old and new text, in each language in which it differs. */
export function Reworded({ rewording: { part, code, before, after } }: { rewording: Rewording }) {
  const t = useTexts().wordings;
  const written = (text: Text, locale: Locale) => (locale === "en" ? text.en : text.de) || t.noText;
  return LOCALES.filter((locale) => written(before, locale) !== written(after, locale)).map((locale) => (
    <dl key={locale} className="wording">
      <dt>
        {t.parts[part]} {code ? <code>{code}</code> : null} <span className="quiet">{t.before}</span>
      </dt>
      <dd lang={locale}>
        <del>{written(before, locale)}</del>
      </dd>
      <dt>
        <span className="quiet">{t.after}</span>
      </dt>
      <dd lang={locale}>
        <ins>{written(after, locale)}</ins>
      </dd>
    </dl>
  ));
}

export function Recodings({ recodings }: { recodings: Recoding[] }) {
  const t = useTexts().wordings;
  const locale = useLocale();
  return (
    <ul className="change__list">
      {recodings.map((one) => {
        const words = recodingWords(one, t, locale);
        return <li key={words}>{words}</li>;
      })}
    </ul>
  );
}

const MOST_CODES = 12;

function recodingWords(one: Recoding, t: Texts["wordings"], locale: Locale): string {
  if (one.kind === "scale") return t.scale(t.scales[one.before], t.scales[one.after]);
  if (one.kind === "repeated") return one.after ? t.repeatedNow : t.repeatedNoLonger;
  if (one.kind === "order") return t.order;
  const shown = one.codes
    .slice(0, MOST_CODES)
    .map(({ code, label }) => `${quote(textIn(label, locale), locale)} (${code})`);
  const more = one.codes.length - MOST_CODES;
  return t.codes[one.kind](formatList(more > 0 ? [...shown, t.more(formatCount(more, locale))] : shown, locale));
}

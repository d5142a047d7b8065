import { useRouteLoaderData } from "@remix-run/react";
import { createContext, useContext } from "react";
import type { Text } from "#surveys/model.ts";
import { textIn } from "../format.ts";
import { type Locale, type Texts, textsOf } from "../locales/index.ts";

/** A part of a page in another language than the page: what respondents will see, in each language. */
export const LocaleContext = createContext<Locale | undefined>(undefined);

/** The language of this page, as the root loader chose it. */
export function useLocale(): Locale {
  const around = useContext(LocaleContext);
  const page = useRouteLoaderData<{ locale: Locale }>("root")?.locale;
  return around ?? page ?? "de";
}

/** All texts in the language of this page. */
export function useTexts(): Texts {
  return textsOf(useLocale());
}

/** Reads texts of questionnaires and figures in the language of this page; German where there is no other. */
export function useReader(): (text: Text) => string {
  const locale = useLocale();
  return (text) => textIn(text, locale);
}

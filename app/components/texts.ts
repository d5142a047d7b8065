import { useRouteLoaderData } from "@remix-run/react";
import type { Text } from "#surveys/model.ts";
import { textIn } from "../format.ts";
import { type Locale, type Texts, textsOf } from "../locales/index.ts";

/** The language of this page, as the root loader chose it. */
export function useLocale(): Locale {
  return useRouteLoaderData<{ locale: Locale }>("root")?.locale ?? "de";
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

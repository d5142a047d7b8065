import type { MetaDescriptor } from "@remix-run/node";
import { type Locale, type Texts, textsOf } from "../../locales/index.ts";

type MetaArgs = { matches: { id: string; data?: unknown }[] };

/** `export const meta = titled((t) => t.responses.list.title)`: the document's title in the language of the page. */
export function titled<D = unknown>(title: (texts: Texts, data: D | undefined, locale: Locale) => string) {
  return (args: MetaArgs & { data?: D }): MetaDescriptor[] => {
    const root = args.matches.find((match) => match.id === "root")?.data as { locale?: Locale } | undefined;
    const locale = root?.locale ?? "de";
    const texts = textsOf(locale);
    return [{ title: texts.layout.pageTitle(title(texts, args.data, locale)) }];
  };
}

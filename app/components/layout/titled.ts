import type { MetaDescriptor } from "@remix-run/node";
import { type Locale, type Texts, textsOf } from "../../locales/index.ts";
import { problemOf } from "../problem-of.ts";

type MetaArgs = { matches: { id: string; data?: unknown }[]; error?: unknown };

/** The document's title where something went wrong; the same words as on the page. */
function titleOfProblem(texts: Texts, error: unknown): string {
  const code = problemOf(error);
  return (code ? texts.problems.codes[code] : texts.problems.unexpected).title.replace(/\.$/, "");
}

/** `export const meta = titled((t) => t.responses.list.title)`: the document's title in the language of the page. */
export function titled<D = unknown>(title: (texts: Texts, data: D | undefined, locale: Locale) => string) {
  return (args: MetaArgs & { data?: D }): MetaDescriptor[] => {
    const root = args.matches.find((match) => match.id === "root")?.data as { locale?: Locale } | undefined;
    const locale = root?.locale ?? "de";
    const texts = textsOf(locale);
    const said = args.error ? titleOfProblem(texts, args.error) : title(texts, args.data, locale);
    return [{ title: texts.layout.pageTitle(said) }];
  };
}

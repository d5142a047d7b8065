import { type Locale, textsOf } from "../../locales/index.ts";
import type { Block, Letter } from "./letter.ts";

/** A mail whose words nobody changes: greeting, what it says, and that nobody reads replies. */
export function fixedLetter(locale: Locale, subject: string, blocks: readonly Block[]): Letter {
  const t = textsOf(locale).mail;
  return {
    locale,
    subject,
    blocks: [{ kind: "text", text: t.greeting }, ...blocks, { kind: "text", text: t.noReply }],
  };
}

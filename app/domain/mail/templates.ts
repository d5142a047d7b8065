import { type Locale, textsOf } from "../../locales/index.ts";
import type { Letter } from "./letter.ts";

/** The mail that signs somebody in: a link for the browser that asked, and a code for it to be typed into. */
export function signInLetter(locale: Locale, to: { linkUrl: string; code: string; minutes: number }): Letter {
  const t = textsOf(locale).mail;
  return {
    locale,
    subject: t.signIn.subject,
    blocks: [
      { kind: "text", text: t.greeting },
      { kind: "text", text: t.signIn.intro(to.minutes) },
      { kind: "link", label: t.signIn.link, url: to.linkUrl },
      { kind: "text", text: t.signIn.codeIntro },
      { kind: "code", code: `${to.code.slice(0, 4)} ${to.code.slice(4)}` },
      { kind: "text", text: t.signIn.notAsked },
      { kind: "text", text: t.noReply },
    ],
  };
}

/** Says that a response has arrived, and under which number. It holds no answer. */
export function receiptLetter(
  locale: Locale,
  about: { receipt: string; round: { de: string; en?: string }; submittedAt: Date; url: string },
): Letter {
  const t = textsOf(locale).mail;
  return {
    locale,
    subject: t.receipt.subject,
    blocks: [
      { kind: "text", text: t.greeting },
      { kind: "text", text: t.receipt.intro },
      {
        kind: "facts",
        facts: [
          [t.receipt.number, about.receipt],
          [t.receipt.round, about.round[locale] ?? about.round.de],
          [t.receipt.date, moment(locale, about.submittedAt)],
        ],
      },
      { kind: "link", label: t.receipt.link, url: about.url },
      { kind: "text", text: t.receipt.noAnswers },
      { kind: "text", text: t.noReply },
    ],
  };
}

function moment(locale: Locale, at: Date): string {
  return new Intl.DateTimeFormat(locale === "de" ? "de-DE" : "en-GB", {
    dateStyle: "long",
    timeStyle: "short",
    timeZone: "Europe/Berlin",
  }).format(at);
}

import { type Locale, textsOf } from "../../locales/index.ts";
import { ruleFor } from "../disclosure/rule.ts";

type Round = { privacy: "named" | "confidential" | "anonymous"; strict: boolean };

/** Who sees what in a round, for a mail: a question and a line each, in the very words of the cover. */
export function whoSeesText(round: Round, who: "project" | "person", locale: Locale): string {
  const { title, lines } = textsOf(locale).whoSees;
  return [title[who], ...lines[round.privacy][who](ruleFor(round)).map((line) => `– ${line}`)].join("\n");
}

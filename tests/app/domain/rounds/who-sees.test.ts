import { expect, it } from "vitest";
import { ruleFor } from "#app/domain/disclosure/rule.ts";
import { whoSeesText } from "#app/domain/rounds/who-sees.ts";
import { LOCALES, textsOf } from "#app/locales/index.ts";

const PRIVACIES = ["named", "confidential", "anonymous"] as const;
const KINDS = ["project", "person"] as const;

it.each(LOCALES)("a mail says who sees what in the words of cover and wizard (%s)", (locale) => {
  const { title, lines } = textsOf(locale).whoSees;
  for (const privacy of PRIVACIES) {
    for (const who of KINDS) {
      for (const strict of [false, true]) {
        const rule = ruleFor({ strict });
        const text = whoSeesText({ privacy, strict }, who, locale).split("\n");
        expect(text).toEqual([title[who], ...lines[privacy][who](rule).map((line) => `– ${line}`)]);
        // The numbers are those of the rule, and nobody is promised organisations that they do not have.
        if (privacy !== "named") expect(text.join()).toMatch(new RegExp(`\\b${rule.minimum}\\b`));
        if (who === "person") expect(text.join()).not.toMatch(/Träger|organisation/);
      }
    }
    expect(textsOf(locale).mail.templates.invitation.body).toContain("{schutz}");
  }
});

import fc from "fast-check";
import { expect, test } from "vitest";
import { html, plainText } from "#app/domain/mail/letter.ts";
import { checkTemplate, fillTemplate, PLACEHOLDERS, TEMPLATE_KINDS } from "#app/domain/mail/template.ts";
import { previewTemplate } from "#app/domain/mail/templates.server.ts";
import { LOCALES, textsOf } from "#app/locales/index.ts";

const LINK = { label: "Zum Fragebogen", url: "https://spiegel.example.org/boegen/1" };
const SUBJECT = "Ein Fragebogen";

test("the standard texts are without fault, in every language, and say everything they know", () => {
  for (const kind of TEMPLATE_KINDS) {
    for (const locale of LOCALES) {
      expect(checkTemplate(kind, textsOf(locale).mail.templates[kind])).toEqual([]);
      const text = plainText(previewTemplate(kind, locale, textsOf(locale).mail.templates[kind]));
      expect(text).not.toMatch(/[{}]/);
      expect(text).toContain(textsOf(locale).mail.sample.url);
    }
  }
});

test("faults are named at their field, with what was typed", () => {
  const body = "Guten Tag {name},\n\n{Frsit} und {frist";
  expect(checkTemplate("invitation", { subject: " ", body })).toEqual([
    { field: "subject", code: "empty" },
    { field: "body", code: "unknown", placeholder: "Frsit" },
    { field: "body", code: "brace" },
    { field: "body", code: "missing", placeholder: "link" },
  ]);
  expect(checkTemplate("receipt", { subject: SUBJECT, body: "{link}" })).toEqual([
    { field: "body", code: "missing", placeholder: "belegnummer" },
  ]);
  const named = checkTemplate("reminder", { subject: "{Erhebung}: noch {restzeit}", body: "{ LINK }" });
  expect(named).toEqual([{ field: "subject", code: "not-in-subject", placeholder: "Erhebung" }]);
  const long = checkTemplate("welcome", { subject: "x".repeat(151), body: `{link}${"x".repeat(5000)}` });
  expect(long.map(({ field, code }) => [field, code])).toEqual([
    ["subject", "too-long"],
    ["body", "too-long"],
  ]);
});

test("a link stands by itself, an empty line of facts is left out, a missing name leaves no gap", () => {
  const body = "Guten Tag {name},\r\n\r\nErhebung: {erhebung}\r\nProjekt: {projekt}\r\n\r\nBitte hier: {link} Danke.";
  const letter = fillTemplate("de", { subject: "Bis {frist}", body }, { erhebung: "Bedarfe", frist: "morgen" }, LINK);
  expect(plainText(letter)).toBe(
    `Guten Tag,\n\nErhebung: Bedarfe\n\nBitte hier:\n\n${LINK.label}:\n${LINK.url}\n\nDanke.\n`,
  );
  expect(letter.subject).toBe("Bis morgen");
  const named = fillTemplate("de", { subject: "x", body }, { name: "Ada & Co", projekt: "Nord" }, LINK);
  expect(plainText(named)).toContain("Guten Tag Ada & Co,\n\nProjekt: Nord");
});

test("what people are called and what they type never becomes HTML, a header or a placeholder", () => {
  const nasty = fc.string({ unit: fc.constantFrom("<", ">", "&", '"', "'", "a", " ", "{", "}", "\n", "$", "link") });
  fc.assert(
    fc.property(nasty, nasty, fc.constantFrom(...TEMPLATE_KINDS), (name, typed, kind) => {
      const template = { subject: typed, body: `${typed}\n\n{name} {link}` };
      const letter = fillTemplate("de", template, { name }, LINK);
      const tags = html(letter).match(/<[^>]*>/g) ?? [];
      expect(tags.filter((tag) => !/^<(!doctype|\/?(html|head|meta|title|body|p|a|br|strong)\b)/.test(tag))).toEqual(
        [],
      );
      expect(letter.subject).not.toContain("\n");
      expect(letter.blocks.filter((block) => block.kind === "link")).toHaveLength(
        // A line may break inside; an empty line begins another paragraph.
        (typed.match(/\{ *\n? *link *\n? *\}/g)?.length ?? 0) + 1,
      );
      for (const fault of checkTemplate(kind, template)) {
        if (fault.code === "unknown") expect(PLACEHOLDERS[kind]).not.toContain(fault.placeholder.trim());
      }
    }),
    {
      examples: [
        ["", "{link\n}", "invitation"],
        ["", "{ \n link }", "invitation"],
        ["", "{\n\nlink}", "invitation"],
        ["", "{link\n \n}", "invitation"],
      ],
    },
  );
});

import { englishStrings, surveyLocalization } from "survey-core";
import { expect, test } from "vitest";
import { germanTexts, installGerman } from "#surveys/german-texts.ts";

installGerman();
const english = englishStrings as unknown as Record<string, string>;
const german = surveyLocalization.locales.de as unknown as Record<string, string>;

test("every text of survey-core is there in German", () => {
  expect(Object.keys(english).filter((key) => !german[key])).toEqual([]);
  expect(Object.keys(germanTexts).filter((key) => !(key in english))).toEqual([]);
});

test("no text is informal, straight-quoted, or uses three dots", () => {
  const clumsy = /\b(du|dich|dir|dein\w*|kannst)\b|\.\.\.|"|'|Teilnehmer\b|Nutzer\b|Benutzer\b/i;
  expect(Object.entries(german).filter(([, text]) => clumsy.test(text))).toEqual([]);
});

test("placeholders are the same as in English", () => {
  const placeholders = (text: string) => [...new Set(text.match(/\{\w+\}/g) ?? [])].sort();
  const technical = new Set(["invalidExpression", "urlRequestError"]);
  for (const [key, text] of Object.entries(germanTexts)) {
    if (!technical.has(key)) expect([key, placeholders(text)]).toEqual([key, placeholders(english[key]!)]);
  }
});

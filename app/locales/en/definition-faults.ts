import type { definitionFaults as de } from "../de/definition-faults.ts";

type Detail = Record<string, string | number>;

export const definitionFaults: typeof de = {
  texts: {
    "too-large": "The file is larger than 1 MB. Make pictures smaller, or split the questionnaire.",
    "invalid-json":
      "The file cannot be read as JSON. Usually a comma, a bracket or a quotation mark is missing, or there is one too many.",
    "not-an-object":
      "The file holds no questionnaire. Expected is SurveyJS JSON, which begins with “{” and has “pages” or “elements”.",
    "too-deep": (d: Detail) => `This is nested too deeply: ${d.limit} levels are allowed. Take groups apart.`,
    "too-many-values": (d: Detail) => `The file has more than ${d.limit} values. Split the questionnaire.`,
    "text-too-long": (d: Detail) => `This text has more than ${d.limit} characters. Shorten it.`,
    "forbidden-key": "This name is not allowed. Rename the property.",
    "forbidden-name": (d: Detail) => `The name “${d.name}” is not allowed. Rename the question or row.`,
    "nul-character": "There is an invisible null character (U+0000) here. Delete it.",
    "broken-unicode": "There is half a character here. Delete it and type the text again.",
    "not-json": "This number is too large. Give a smaller one.",
    "null-element": "This says “null” instead of anything. Delete the entry.",
    "not-an-element": "A question or group is expected here. Check “type”, or delete the entry.",
    "name-too-long": (d: Detail) => `This name has more than ${d.limit} characters. Shorten it.`,
    "too-many-pages": (d: Detail) => `There are ${d.length} pages; ${d.limit} are allowed.`,
    "too-many-elements": (d: Detail) => `There are ${d.length} questions and groups; ${d.limit} are allowed.`,
    "too-many-choices": (d: Detail) => `There are ${d.length} options; ${d.limit} are allowed.`,
    "too-many-rows": (d: Detail) => `There are ${d.length} rows; ${d.limit} are allowed.`,
    "too-many-columns": (d: Detail) => `There are ${d.length} columns; ${d.limit} are allowed.`,
    "too-many-items": (d: Detail) => `This would make more than ${d.limit} items. Make the table smaller.`,
    "count-too-large": (d: Detail) => `This number is too large: at most ${d.limit} are allowed.`,
    "choices-range": (d: Detail) =>
      `“choicesMin” to “choicesMax” would make more than ${d.limit} options. Better ask for a number here.`,
    "expression-too-long": (d: Detail) => `This condition has more than ${d.limit} characters. Make it simpler.`,
    "check-timeout": "Checking took too long. Make conditions and tables simpler.",
    "check-out-of-memory": "The questionnaire is too large to be checked. Make tables and lists smaller.",
    "check-failed": "The questionnaire could not be checked. Make it simpler, or try again.",
    "check-busy": "Too much is being checked just now. Please try again in a minute.",

    "cannot-be-built": (d: Detail) => `The survey software cannot build this questionnaire (${d.message}).`,
    "duplicate-name": (d: Detail) =>
      `Another question has the name “${d.name}” already. Give one of them a name of its own.`,
    "duplicate-choice": (d: Detail) =>
      `The value “${d.code}” comes several times among the options. Every value may stand there once only.`,
    "missing-name": (d: Detail) => `This question (type “${d.type}”) has no name. Add “name”.`,
    "required-without-rows": "This required table has no rows and could never be answered. Add “rows”.",
    "no-choices": "This question has no options. Add “choices”.",
    "choices-by-url":
      "The options are to be loaded from an address. That is not allowed: write them into the questionnaire.",
    "invalid-expression": (d: Detail) =>
      `This condition cannot be read: ${d.expression} – check brackets and quotation marks.`,
    "unknown-function": (d: Detail) =>
      `There is no function “${d.function}”; the condition would always be false. Check the spelling.`,
    "unsupported-pattern": (d: Detail) =>
      `The pattern ${d.pattern} is not supported. Do without back-references and look-ahead.`,
    "dangerous-pattern": (d: Detail) =>
      `The pattern ${d.pattern} could stop the browser, because it repeats repetitions. Make it simpler.`,
    "unsafe-html": (d: Detail) => `The text has unsafe HTML (${d.parts}). Remove these parts.`,
    "consent-unusable":
      "This question is meant as the consent to being named (nameConsent). Only a question with yes or no can be that, outside of groups and tables.",
    "coverage-unusable":
      "This question is to say how far a need is covered (coverageOf). For that it has to be a matrix and to name another matrix with the same rows, which asks how important they are.",
    "coverage-scales":
      "Importance and coverage (coverageOf) need the same numbers as answers, for example both 1 to 5. Otherwise no gap can be worked out. What does not count gets “missing”.",
    "ties-unusable":
      "This question is to say who is in contact with whom (ties). “contact” and “wish” each belong to one question with the list of projects (roster), “closest” to a choice among “contact” (choicesFromQuestion), “frequency” and “kind” each to a choice in a repeated group with “keyName”. Without “contact” there are no ties.",
    "interfaces-unusable":
      "The questionnaire says which questions ask for interfaces (interfaces). That takes a matrix for contact, and a table with the same rows and with columns for form, quality, reliability and trust, all with ordered answers.",
    "consent-twice": (d: Detail) =>
      `The consent to being named (nameConsent) stands at “${d.first}” already. There can be only one.`,
    "unsafe-address": "This address runs a program. Remove it.",

    "survey-core": (d: Detail) => `The survey software says: ${d.message}`,
    "unknown-name": (d: Detail) =>
      `The condition names “${d.name}”, which is not in the questionnaire. Check the spelling.`,
    "unknown-type": (d: Detail) => `The question type “${d.type}” is not known here; the question is not shown.`,
    "missing-type": "This entry has no type and is not shown. Add “type”.",
    "uploads-off": "Files cannot be uploaded here. The question stays empty and must not be required.",
    "external-address": "This picture lies on another server and is not loaded. Embed it as data, or leave it out.",
    "consent-without-names":
      "This question is the consent to being named (nameConsent), but the questionnaire is not made for named surveys. In others it changes nothing.",
    "ties-without-consent":
      "This question asks for contacts (ties), but no question is the consent to being named (nameConsent). Without consent no tie is shown.",
    "ignored-on-server": "This setting is for display only; every answer is checked all the same.",
    "missing-title": "This question has no text; its name is shown. Add “title”.",
    "no-english": "The questionnaire has no English texts. English readers see the German wording.",
    "missing-english": "The English text is missing here; the German one is shown.",
  },
  other: (code: string) => `Something is not right here (${code}).`,
  at: (line: string, column: string) => `line ${line}, column ${column}`,
  near: (excerpt: string) => `near ${excerpt}`,
  end: "at the end: the file breaks off in the middle.",
  whole: "Whole questionnaire",
  page: (n: string, title: string) => `Page ${n} “${title}”`,
  question: (title: string) => `Question “${title}”`,
  errors: (n: string) => (n === "1" ? "1 error" : `${n} errors`),
  warnings: (n: string) => (n === "1" ? "1 remark" : `${n} remarks`),
  errorsText: "This keeps it from being published.",
  warningsText: "This is allowed. Check whether it is meant so.",
  more: (n: string) => `and ${n} more places`,
  none: "The check found nothing.",
};

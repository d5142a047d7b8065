import type { JsonObject } from "#surveys/json.ts";
import { choosing } from "./choices.ts";
import { placing } from "./ratings.ts";
import { rest, tables } from "./tables.ts";
import { computed, typing } from "./texts.ts";
import { both } from "./words.ts";

const pages = [
  { name: "auswahl", title: both("Auswählen", "Choosing"), elements: choosing },
  { name: "werte", title: both("Bewerten und ordnen", "Rating and ordering"), elements: placing },
  { name: "texte", title: both("Schreiben", "Writing"), elements: [...typing, computed] },
  { name: "tabellen", title: both("Tabellen", "Tables"), elements: tables },
  { name: "weiteres", title: both("Weiteres", "Other things"), elements: rest },
];

export const pageNames: readonly string[] = pages.map(({ name }) => name);

/** A questionnaire with every SurveyJS type we serve, every input type of a text and every type of cell. */
export const everyType: JsonObject = {
  title: both("Jede Art von Frage", "Every kind of question"),
  pages,
};

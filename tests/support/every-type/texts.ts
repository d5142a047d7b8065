import type { JsonObject } from "#surveys/json.ts";
import { both } from "./words.ts";

const inputs: [inputType: string, de: string, en: string][] = [
  [
    "text",
    "Wie heißt das Angebot, über das Sie hier berichten?",
    "What is the service called that you report on here?",
  ],
  [
    "number",
    "Wie viele Beratungsprozesse haben Sie in diesem Jahr begonnen?",
    "How many counselling processes did you begin this year?",
  ],
  ["date", "Wann endet die laufende Bewilligung?", "When does the current grant end?"],
  ["datetime-local", "Wann beginnt Ihr nächstes Teamtreffen?", "When does your next team meeting begin?"],
  ["time", "Ab wann sind Sie morgens erreichbar?", "From what time in the morning can you be reached?"],
  ["month", "In welchem Monat begann die Förderung?", "In which month did funding begin?"],
  ["week", "In welcher Woche passt eine Hospitation am besten?", "Which week suits a visit best?"],
  [
    "email",
    "Welche Funktionsadresse darf das Netzwerk veröffentlichen?",
    "Which shared mailbox may the network publish?",
  ],
  [
    "tel",
    "Unter welcher zentralen Nummer ist Ihr Projekt erreichbar?",
    "At which central number can your project be reached?",
  ],
  ["url", "Wo im Netz stellen Sie Ihr Angebot vor?", "Where on the web do you present your service?"],
  ["color", "Welche Farbe steht in Ihrem Auftritt im Vordergrund?", "Which colour leads in your design?"],
  ["password", "Welches Kennwort gilt für die Probe?", "Which password applies to the trial?"],
  [
    "range",
    "Wie gut kommen Sie mit den Vorgaben zurecht? (0 bis 100)",
    "How well do you cope with the rules? (0 to 100)",
  ],
];

/** Questions that are answered by typing. */
export const typing: JsonObject[] = [
  ...inputs.map(
    ([inputType, de, en]): JsonObject => ({
      type: "text",
      name: `text_${inputType.replace("-", "_")}`,
      inputType,
      title: both(de, en),
    }),
  ),
  {
    type: "comment",
    name: "bericht",
    isRequired: true,
    title: both("Was hat Ihre Arbeit in diesem Jahr am stärksten verändert?", "What changed your work most this year?"),
    description: both(
      "Schreiben Sie so, dass niemand einen einzelnen Fall wiedererkennt.",
      "Write so that nobody can recognise a single case.",
    ),
  },
  {
    type: "multipletext",
    name: "team",
    title: both("Wie setzt sich Ihr Team zusammen?", "How is your team made up?"),
    items: [
      { name: "leitung", title: both("Berufsgruppe der Leitung", "Profession of the lead"), isRequired: true },
      { name: "stellen", title: both("Besetzte Stellenanteile", "Filled positions"), inputType: "number" },
    ],
  },
];

/** Computed from another answer. */
export const computed: JsonObject = {
  type: "expression",
  name: "je_monat",
  title: both("Das sind im Monat ungefähr", "That is, per month, about"),
  expression: "round({text_number} / 12, 1)",
  displayStyle: "decimal",
};

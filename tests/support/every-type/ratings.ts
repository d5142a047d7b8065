import type { JsonObject } from "#surveys/json.ts";
import { both, option } from "./words.ts";

const burdens = [
  option("zeit", "Zu wenig Zeit für Nachsorge", "Too little time for aftercare"),
  option("geld", "Befristete Förderung und späte Bescheide", "Temporary funding and late grant decisions"),
  option("personal", "Unbesetzte Stellen", "Vacant positions"),
];

/** Questions that are answered by rating, placing or putting in order. */
export const placing: JsonObject[] = [
  {
    type: "rating",
    name: "zufriedenheit",
    title: both(
      "Wie zufrieden sind Sie mit dem fachlichen Austausch im Netzwerk?",
      "How satisfied are you with the exchange in the network?",
    ),
    minRateDescription: both("gar nicht zufrieden", "not at all satisfied"),
    maxRateDescription: both("sehr zufrieden", "very satisfied"),
    isRequired: true,
  },
  {
    type: "rating",
    name: "sterne",
    title: both("Wie hilfreich war die letzte Fachtagung?", "How helpful was the last conference?"),
    rateType: "stars",
  },
  {
    type: "rating",
    name: "empfehlung",
    title: both(
      "Wie wahrscheinlich empfehlen Sie das Netzwerk anderen Projekten?",
      "How likely are you to recommend the network?",
    ),
    rateMin: 0,
    rateMax: 10,
    displayMode: "buttons",
  },
  {
    type: "slider",
    name: "anteil",
    title: both(
      "Welcher Anteil Ihrer Arbeitszeit entfällt auf Verwaltung? (in Prozent)",
      "What share of your time goes into administration? (per cent)",
    ),
    step: 5,
  },
  {
    type: "slider",
    name: "alter",
    title: both(
      "In welchem Alter sind die meisten Menschen, die Sie beraten?",
      "How old are most of the people you counsel?",
    ),
    sliderType: "range",
    min: 10,
    max: 70,
  },
  {
    type: "ranking",
    name: "reihenfolge",
    title: both("Was belastet Ihr Team am meisten?", "What burdens your team most?"),
    choices: burdens,
  },
  {
    type: "ranking",
    name: "auswahlfolge",
    title: both(
      "Wählen Sie die wichtigsten Vorhaben aus und ordnen Sie sie.",
      "Choose your most important plans and put them in order.",
    ),
    selectToRankEnabled: true,
    choices: [
      option("superv", "Supervision für alle Mitarbeitenden", "Supervision for all staff"),
      option(
        "recht",
        "Fortbildung zu Schweigepflicht und Datenschutz",
        "Training on confidentiality and data protection",
      ),
      option("netz", "Regelmäßige Treffen mit Nachbarprojekten", "Regular meetings with neighbouring projects"),
    ],
  },
];

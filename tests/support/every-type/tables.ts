import type { JsonObject } from "#surveys/json.ts";
import { both, option, picture } from "./words.ts";

const partners = [
  option("jugendamt", "Jugendamt und Jugendhilfe im Strafverfahren", "Youth office and youth court assistance"),
  option("polizei", "Polizei und Staatsschutz", "Police and state protection"),
];
const often = [
  option("nie", "nie", "never"),
  option("monatlich", "etwa einmal im Monat", "about once a month"),
  option("woechentlich", "jede Woche", "every week"),
];

/** Every type of cell, each in a column of its own. */
const columns: JsonObject[] = [
  { name: "dropdown", cellType: "dropdown", title: both("Häufigkeit", "How often"), choices: often, isRequired: true },
  {
    name: "radiogroup",
    cellType: "radiogroup",
    title: both("Weg", "Way"),
    choices: [option("tel", "Telefon", "phone"), option("treff", "Treffen", "meeting")],
  },
  {
    name: "checkbox",
    cellType: "checkbox",
    title: both("Anlass", "Occasion"),
    choices: [option("fall", "Fallberatung", "case advice"), option("praev", "Prävention", "prevention")],
  },
  {
    name: "tagbox",
    cellType: "tagbox",
    title: both("Ebene", "Level"),
    choices: [option("leitung", "Leitung", "management"), option("fach", "Fachkräfte", "staff")],
  },
  { name: "text", cellType: "text", title: both("Stichwort", "Keyword") },
  { name: "comment", cellType: "comment", title: both("Erläuterung", "Explanation") },
  {
    name: "boolean",
    cellType: "boolean",
    title: both("Vereinbarung", "Agreement"),
    labelTrue: both("Ja", "Yes"),
    labelFalse: both("Nein", "No"),
  },
  { name: "rating", cellType: "rating", title: both("Nutzen", "Use"), rateMax: 3 },
  { name: "slider", cellType: "slider", title: both("Aufwand", "Effort") },
  {
    name: "expression",
    cellType: "expression",
    title: both("Doppelter Aufwand", "Twice the effort"),
    expression: "{row.slider} * 2",
  },
];

/** Questions with rows and columns. */
export const tables: JsonObject[] = [
  {
    type: "matrix",
    name: "kontakt",
    title: both("Wie oft haben Sie mit diesen Stellen zu tun?", "How often do you deal with these bodies?"),
    isAllRowRequired: true,
    rows: partners,
    columns: often,
  },
  {
    type: "matrix",
    name: "kanaele",
    cellType: "checkbox",
    title: both("Auf welchen Wegen tauschen Sie sich mit ihnen aus?", "By which ways do you exchange with them?"),
    rows: partners,
    columns: [option("mail", "E-Mail", "e-mail"), option("runde", "Runder Tisch", "round table")],
  },
  {
    type: "matrixdropdown",
    name: "zusammenarbeit",
    title: both("Beschreiben Sie die Zusammenarbeit.", "Describe how you work together."),
    rows: partners,
    columns,
  },
  {
    type: "matrixdynamic",
    name: "fortbildungen",
    title: both("Welche Fortbildungen hat Ihr Team besucht?", "Which trainings did your team attend?"),
    rowCount: 1,
    columns: [
      { name: "thema", cellType: "text", title: both("Thema", "Topic") },
      { name: "tage", cellType: "text", inputType: "number", title: both("Tage", "Days") },
    ],
  },
];

/** Questions that repeat, files, and what asks nothing. */
export const rest: JsonObject[] = [
  {
    type: "html",
    name: "hinweis",
    html: both(
      "<p>Hier können Sie bis zu drei Vorhaben beschreiben.</p>",
      "<p>Here you can describe up to three plans.</p>",
    ),
  },
  {
    type: "image",
    name: "bild",
    imageLink: picture('<circle cx="80" cy="60" r="30"/>'),
    altText: both("Ein Kreis auf hellem Grund", "A circle on a light ground"),
  },
  {
    type: "paneldynamic",
    name: "vorhaben",
    title: both("Welche Vorhaben planen Sie?", "Which plans do you have?"),
    panelCount: 1,
    maxPanelCount: 3,
    templateTitle: both("Vorhaben {panelIndex}", "Plan {panelIndex}"),
    templateElements: [
      { type: "text", name: "titel", title: both("Titel", "Title"), isRequired: true },
      {
        type: "radiogroup",
        name: "stand",
        title: both("Stand", "State"),
        choices: [option("idee", "Idee", "idea"), option("laeuft", "läuft", "under way")],
      },
    ],
  },
  {
    type: "panel",
    name: "anlagen",
    title: both("Anlagen", "Enclosures"),
    elements: [
      { type: "file", name: "anlage", title: both("Konzeptpapier", "Concept paper") },
      {
        type: "signaturepad",
        name: "unterschrift",
        title: both("Unterschrift der Projektleitung", "Signature of the project lead"),
      },
    ],
  },
];

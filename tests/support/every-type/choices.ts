import type { JsonObject } from "#surveys/json.ts";
import { both, option, picture } from "./words.ts";

const methods = [
  option("einzel", "Einzelberatung mit Ausstiegsbegleitung", "Individual counselling with exit support"),
  option(
    "familie",
    "Beratung von Angehörigen und Bezugspersonen",
    "Counselling of relatives and people close to clients",
  ),
  option("gruppe", "Gruppenarbeit und soziale Trainingskurse", "Group work and social training courses"),
  option("online", "Aufsuchende Arbeit in sozialen Medien", "Outreach in social media"),
];

const rooms = [
  { ...option("runde", "Gesprächsrunde", "Circle of talks"), imageLink: picture('<circle cx="80" cy="60" r="40"/>') },
  {
    ...option("werkstatt", "Werkstatt", "Workshop"),
    imageLink: picture('<rect x="40" y="30" width="80" height="60"/>'),
  },
];

/** Questions that are answered by choosing. */
export const choosing: JsonObject[] = [
  {
    type: "radiogroup",
    name: "traegerform",
    title: both("Welche Rechtsform hat der Träger Ihres Projekts?", "What legal form does your organisation have?"),
    description: both(
      "Maßgeblich ist der Träger, der die Zuwendung erhält, nicht der Dachverband.",
      "What counts is the organisation that receives the grant, not its umbrella association.",
    ),
    isRequired: true,
    showOtherItem: true,
    choices: [
      option("verein", "Eingetragener Verein", "Registered association"),
      option("ggmbh", "Gemeinnützige Gesellschaft (gGmbH)", "Non-profit company"),
      option("oeffentlich", "Öffentliche Stelle oder Körperschaft", "Public body"),
    ],
  },
  {
    type: "dropdown",
    name: "land",
    title: both("In welchem Land liegt der Schwerpunkt Ihrer Arbeit?", "In which state is most of your work done?"),
    choices: [
      option("nw", "Nordrhein-Westfalen", "North Rhine-Westphalia"),
      option("mv", "Mecklenburg-Vorpommern", "Mecklenburg-Western Pomerania"),
      option("by", "Bayern", "Bavaria"),
    ],
  },
  {
    type: "buttongroup",
    name: "umfang",
    title: both("Reichen die Stellenanteile für Ihren Auftrag?", "Is your staffing enough for your task?"),
    choices: [option("ja", "ja", "yes"), option("teils", "teilweise", "partly"), option("nein", "nein", "no")],
  },
  {
    type: "imagepicker",
    name: "raum",
    title: both("Welcher Raum fehlt Ihnen am meisten?", "Which room do you miss most?"),
    showLabel: true,
    choices: rooms,
  },
  {
    type: "checkbox",
    name: "methoden",
    title: both("Mit welchen Ansätzen arbeiten Sie?", "Which approaches do you use?"),
    isRequired: true,
    showNoneItem: true,
    showOtherItem: true,
    choices: methods,
  },
  {
    type: "tagbox",
    name: "partner",
    title: both("Mit welchen Stellen arbeiten Sie regelmäßig zusammen?", "Whom do you work with regularly?"),
    choices: [
      option("jugendamt", "Jugendamt und Jugendhilfe im Strafverfahren", "Youth office and youth court assistance"),
      option("justiz", "Justizvollzug und Bewährungshilfe", "Prisons and probation service"),
      option("schule", "Schulen und Schulsozialarbeit", "Schools and school social work"),
    ],
  },
  {
    type: "imagemap",
    name: "region",
    title: both("In welchen Teilen des Landes sind Sie unterwegs?", "In which parts of the state do you work?"),
    imageLink: picture(
      '<rect x="10" y="10" width="120" height="100"/><rect x="170" y="10" width="120" height="100"/>',
      300,
      120,
    ),
    areas: [
      { ...option("west", "Westlicher Landesteil", "Western part"), shape: "rect", coords: "10,10,130,110" },
      { ...option("ost", "Östlicher Landesteil", "Eastern part"), shape: "rect", coords: "170,10,290,110" },
    ],
  },
  {
    type: "boolean",
    name: "schutzkonzept",
    title: both(
      "Gibt es ein schriftliches Schutzkonzept für Mitarbeitende?",
      "Is there a written plan for staff safety?",
    ),
    labelTrue: both("Ja", "Yes"),
    labelFalse: both("Nein", "No"),
  },
];

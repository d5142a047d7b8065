import type { Tx } from "#db/client.server.ts";
import { sampleUuid } from "#db/seed/load-network.server.ts";
import type { GoalDraft } from "../goals/check-goal.ts";
import { addGoal, changeGoal } from "../goals/edit-goals.server.ts";

type Sampled = Omit<GoalDraft, "due" | "target"> & { id: string; target: number };

const DAY_MS = 86_400_000;
const DUE = "2028-12-31";
/** Goals were agreed on before the first round that measures them, and one target was raised since. */
const [ADDED_DAYS_AGO, RAISED_DAYS_AGO] = [400, 96];

const rowsOf = (question: string, rows: string[], column?: string) =>
  rows.map((row) => [question, row, ...(column ? [column] : [])].join("/"));
const FIELDS =
  "jugendhilfe gesundheit polizei verfassungsschutz schule justizvollzug bewaehrung arbeit wissenschaft politik religion_migration meldestellen".split(
    " ",
  );
const goals = "netzwerkziele";

const SAMPLES: readonly Sampled[] = [
  {
    ...{ id: "agreement", theme: "binding", direction: "at-least", target: 0.75 },
    title: { de: "Schriftliche Vereinbarung", en: "Written agreement" },
    sentence: {
      de: "{wert} der Projekte haben eine schriftliche Vereinbarung mit dem Netzwerk.",
      en: "{wert} of the projects have a written agreement with the network.",
    },
    formula: { kind: "share", questionnaire: goals, items: ["zi_vereinb"], codes: ["ja"] },
  },
  {
    ...{ id: "staying", theme: "binding", direction: "at-least", target: 0.85 },
    title: { de: "Bleiben über 2028 hinaus", en: "Staying beyond 2028" },
    sentence: {
      de: "{wert} der Projekte wollen ziemlich wahrscheinlich oder ganz sicher über 2028 hinaus mitarbeiten.",
      en: "{wert} of the projects will quite likely or definitely stay beyond 2028.",
    },
    formula: { kind: "top", questionnaire: goals, items: ["zi_bleib"] },
  },
  {
    ...{ id: "say", theme: "binding", direction: "at-least", target: 4 },
    title: { de: "Mitsprache im Netzwerk", en: "Say in the network" },
    sentence: {
      de: "Ihre Mitsprache im Netzwerk bewerten die Projekte im Mittel mit {wert} von 5.",
      en: "On average the projects rate their say in the network at {wert} of 5.",
    },
    formula: {
      ...{ kind: "mean", questionnaire: goals },
      items: rowsOf("zi_mitsprache", ["information", "themen", "einfluss"]),
    },
  },
  {
    ...{ id: "returns", theme: "binding", direction: "at-least", target: 0.75 },
    title: { de: "Rücklauf der Bedarfserhebung", en: "Returns of the survey on needs" },
    sentence: {
      de: "{wert} der gefragten Projekte haben den Bogen zu den Bedarfen eingereicht.",
      en: "{wert} of the projects asked have submitted the questionnaire on needs.",
    },
    formula: { kind: "returns", questionnaire: "bedarfe" },
  },
  {
    ...{ id: "formats", theme: "exchange", direction: "at-most", target: 0.05 },
    title: { de: "Ohne Teilnahme an Formaten", en: "Taking part in no format" },
    sentence: {
      de: "{wert} der Projekte haben in zwölf Monaten an keinem Format des Netzwerks teilgenommen.",
      en: "{wert} of the projects took part in no format of the network within twelve months.",
    },
    formula: { kind: "share", questionnaire: goals, items: ["zi_formate"], codes: ["keine"] },
  },
  {
    ...{ id: "benefit", theme: "exchange", direction: "at-least", target: 4 },
    title: { de: "Nutzen des Netzwerks", en: "Benefit of the network" },
    sentence: {
      de: "Den Nutzen des Netzwerks bewerten die Projekte im Mittel mit {wert} von 5.",
      en: "On average the projects rate the network’s benefit at {wert} of 5.",
    },
    formula: {
      ...{ kind: "mean", questionnaire: goals },
      items: rowsOf("zi_nutzen", ["fachlich", "alltag", "kontakte", "aufwand"]),
    },
  },
  {
    ...{ id: "exchange", theme: "exchange", direction: "at-least", target: 0.6 },
    title: { de: "Bedarf an Austausch gedeckt", en: "Need for exchange covered" },
    sentence: {
      de: "{wert} der Projekte sehen ihren Bedarf an fachlichem Austausch weitgehend oder ganz gedeckt.",
      en: "{wert} of the projects see their need for professional exchange largely or fully covered.",
    },
    formula: { kind: "top", questionnaire: "bedarfe", items: ["bed_gedeckt/austausch"] },
  },
  {
    ...{ id: "platform", theme: "exchange", direction: "at-least", target: 0.6 },
    title: { de: "Online-Plattform mindestens monatlich", en: "Online platform at least monthly" },
    sentence: {
      de: "{wert} der Projekte nutzen die Online-Plattform mindestens einmal im Monat.",
      en: "{wert} of the projects use the online platform at least once a month.",
    },
    formula: { kind: "share", questionnaire: goals, items: ["zi_plattform"], codes: ["3", "4"] },
  },
  {
    ...{ id: "adoption", theme: "exchange", direction: "at-least", target: 0.5 },
    title: { de: "Arbeitsweisen übernommen", en: "Practices adopted" },
    sentence: {
      de: "{wert} der Projekte haben in zwölf Monaten mindestens eine Arbeitsweise eines anderen Projekts übernommen.",
      en: "{wert} of the projects adopted at least one practice of another project within twelve months.",
    },
    formula: { kind: "share", questionnaire: goals, items: ["zi_uebernahme"], codes: ["1", "2", "3plus"] },
  },
  // Asked three months after a training: the sample's first such round is still open, so there is no number yet.
  {
    ...{ id: "applied", theme: "exchange", direction: "at-least", target: 0.6 },
    title: { de: "Gelerntes angewendet", en: "Learning applied" },
    sentence: {
      de: "{wert} der Teilnehmenden wenden drei Monate nach einer Fortbildung oft oder immer an, was sie gelernt haben.",
      en: "{wert} of the participants often or always apply what they learned, three months after a training.",
    },
    formula: { kind: "share", questionnaire: "fortbildung", items: ["tr_anwend"], codes: ["4", "5"] },
  },
  {
    ...{ id: "fields", theme: "cooperation", direction: "at-least", target: 3 },
    title: { de: "Felder mit verbindlichen Vereinbarungen", en: "Fields with binding agreements" },
    sentence: {
      de: "In {wert} Arbeitsfeldern haben mindestens 15 % der Projekte, die dort zusammenarbeiten, eine schriftliche Vereinbarung.",
      en: "In {wert} fields at least 15% of the projects that cooperate there have a written agreement.",
    },
    formula: {
      ...{ kind: "rows", questionnaire: "schnittstellen", codes: ["3"], least: 0.15 },
      items: rowsOf("ss_detail", FIELDS, "form"),
    },
  },
  {
    ...{ id: "youth-welfare", theme: "cooperation", direction: "at-least", target: 0.7 },
    title: { de: "Zusammenarbeit mit der Jugendhilfe", en: "Cooperation with youth welfare" },
    sentence: {
      de: "{wert} der Projekte bewerten ihre Zusammenarbeit mit der Kinder- und Jugendhilfe als gut oder sehr gut.",
      en: "{wert} of the projects rate their cooperation with child and youth welfare as good or very good.",
    },
    formula: { kind: "top", questionnaire: "schnittstellen", items: ["ss_detail/jugendhilfe/guete"] },
  },
  {
    ...{ id: "voice", theme: "voice", direction: "at-least", target: 3.8 },
    title: { de: "Vertretung des Arbeitsfelds", en: "Representation of the field" },
    sentence: {
      de: "Wie das Netzwerk ihr Arbeitsfeld vertritt, bewerten die Projekte im Mittel mit {wert} von 5.",
      en: "On average the projects rate how the network represents their field at {wert} of 5.",
    },
    formula: {
      ...{ kind: "mean", questionnaire: goals },
      items: rowsOf("zi_stimme", ["anliegen", "politik", "fachwelt", "oeffentlichkeit"]),
    },
  },
];

/** The goals of the fictional network, one of them with a target that was raised. */
export async function seedGoals(tx: Tx, { actorId, today }: { actorId: string; today: Date }): Promise<void> {
  const before = (days: number) => new Date(today.getTime() - days * DAY_MS);
  for (const { id, ...draft } of SAMPLES) {
    await addGoal(tx, sampleUuid(`goal-${id}`), { ...draft, due: DUE }, { actorId, now: before(ADDED_DAYS_AGO) });
  }
  const raised = SAMPLES.find(({ id }) => id === "agreement");
  if (!raised) return;
  const { id, ...draft } = raised;
  const reason = "Das Netzwerktreffen hält 80 % für erreichbar, weil der Vertragsentwurf seit dem Sommer vorliegt.";
  const change = { base: 1, reason, draft: { ...draft, target: 0.8, due: DUE } };
  await changeGoal(tx, sampleUuid(`goal-${id}`), change, { actorId, now: before(RAISED_DAYS_AGO) });
}

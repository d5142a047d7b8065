import type { Tx } from "#db/client.server.ts";
import { findDemoAccount } from "#db/queries/accounts.server.ts";
import { listRoundsOf } from "#db/queries/measures.server.ts";
import { listReleases } from "#db/queries/releases.server.ts";
import { sampleUuid } from "#db/seed/load-network.server.ts";
import { NAMED, type TypedMeasure } from "../measures/check-measure.ts";
import { changeMeasure, proposeMeasure, stepMeasure } from "../measures/edit-measures.server.ts";
import { EVALUATION, type MeasureState } from "../measures/measure.ts";
import { dayOf } from "../members/days.ts";

const DAY_MS = 86_400_000;

type Sample = Pick<TypedMeasure, "title" | "kind" | "why" | "audience" | "budget"> & {
  /** questionnaire and item; of the wave before the newest one, or of the newest where `late` */
  evidence: readonly [questionnaire: string, item: string][];
  late?: boolean;
  responsible: "coordination" | "steering" | "colleague" | { name: string };
  /** days from today on which it begins and ends; null where nobody knows yet */
  days: readonly [begins: number, ends: number] | null;
  /** days ago on which it was proposed, and on which it came to each state */
  proposed: number;
  steps: readonly [daysAgo: number, to: MeasureState][];
  /** days ago on which what came of it was written */
  result?: readonly [daysAgo: number, text: string];
  /** the participants of the sample's training rated it */
  evaluated?: boolean;
};

/** What the steering group of the sample decided on its four meetings since the first wave of "Bedarfe". */
const SAMPLES: readonly Sample[] = [
  {
    title: "Arbeitsgruppe mit Psychotherapie und Kliniken",
    kind: "working_group",
    why: "Klientinnen und Klienten finden kaum Therapieplätze. Viele Praxen kennen das Arbeitsfeld nicht und haben Vorbehalte. Wir brauchen feste Ansprechpersonen auf beiden Seiten.",
    audience: "Projekte mit Einzelfallarbeit, Psychotherapiekammern, Institutsambulanzen",
    budget: "to_20000",
    evidence: [
      ["bedarfe", "bed_gedeckt/psych_netz"],
      ["bedarfe", "hf_psyche"],
    ],
    responsible: "steering",
    days: [-300, 60],
    proposed: 350,
    steps: [
      [335, "decided"],
      [300, "running"],
    ],
    result: [
      40,
      "Zwei Psychotherapeutenkammern haben feste Ansprechpersonen benannt. Eine Liste mit aufnahmebereiten Praxen in vier Ländern liegt vor. Die Arbeitsgruppe trifft sich weiter alle zwei Monate.",
    ],
  },
  {
    title: "Fortbildung „Digitale Distanzierungsarbeit“",
    kind: "training",
    why: "Arbeit im digitalen Raum ist vielen wichtig, aber nur wenige Projekte fühlen sich dafür gerüstet. Beratende sollen Zielgruppen online ansprechen und begleiten können.",
    audience: "Beratende, die online arbeiten oder damit beginnen wollen",
    budget: "to_20000",
    evidence: [["bedarfe", "bed_gedeckt/online_arbeit"]],
    responsible: "coordination",
    days: [-111, -100],
    proposed: 345,
    steps: [
      [335, "decided"],
      [111, "running"],
      [90, "done"],
    ],
    result: [
      85,
      "Die Fortbildung fand an drei Tagen statt. Das Material steht allen Projekten zur Verfügung. Ein zweiter Durchgang ist für das kommende Jahr vorgesehen.",
    ],
    evaluated: true,
  },
  {
    title: "Positionspapier zum Zeugnisverweigerungsrecht",
    kind: "position_paper",
    why: "Fachkräfte können Vertraulichkeit nicht zusagen. Das gefährdet das Vertrauen und damit die Arbeit. Das Papier soll den Bedarf gegenüber der Politik mit Zahlen belegen.",
    audience: "Bundestag, Justizministerien, Fachöffentlichkeit",
    budget: "to_5000",
    evidence: [["bedarfe", "bed_gedeckt/recht_schutz"]],
    responsible: { name: "Geschäftsstelle der Bundesarbeitsgemeinschaft" },
    days: [-240, -120],
    proposed: 350,
    steps: [
      [335, "decided"],
      [240, "running"],
      [120, "done"],
    ],
    result: [
      118,
      "Das Papier ist mit allen fünf Trägern abgestimmt und veröffentlicht. Zwei Gespräche im Bundestag haben stattgefunden.",
    ],
  },
  {
    title: "Runder Tisch mit der Kinder- und Jugendhilfe",
    kind: "workshop",
    why: "Übergaben an Jugendämter gelingen je nach Ort sehr unterschiedlich. Ein gemeinsamer Ablauf soll das ändern.",
    audience: "Projekte mit jungen Klientinnen und Klienten, Jugendämter",
    budget: "to_5000",
    evidence: [["bedarfe", "bed_gedeckt/jugendhilfe"]],
    late: true,
    responsible: "colleague",
    days: [45, 46],
    proposed: 170,
    steps: [[140, "decided"]],
  },
  {
    title: "Mehrjährige Finanzierung: gemeinsame Stellungnahme",
    kind: "position_paper",
    why: "Die Lücke bei gesicherter Finanzierung ist die größte von allen und nicht kleiner geworden.",
    audience: "Fördermittelgeber von Bund und Ländern",
    budget: "open",
    evidence: [["bedarfe", "bed_gedeckt/finanz_stabil"]],
    late: true,
    responsible: "steering",
    days: null,
    proposed: 30,
    steps: [],
  },
  {
    title: "Eigene Evaluationssoftware für alle Projekte",
    kind: "other",
    why: "Evaluation der eigenen Arbeit ist wenig gedeckt. Eine gemeinsame Software könnte helfen.",
    audience: "alle Projekte",
    budget: "over_50000",
    evidence: [["bedarfe", "bed_gedeckt/evaluation"]],
    responsible: "coordination",
    days: [-200, 100],
    proposed: 340,
    steps: [[320, "dropped"]],
  },
];

/** Six measures of the sample year in all states, tied to what the waves of "Bedarfe" found; with their history. */
export async function seedMeasures(tx: Tx, today: Date): Promise<void> {
  const [coordination, steering, colleague] = await Promise.all([
    findDemoAccount(tx, "coordination"),
    findDemoAccount(tx, "steering"),
    findDemoAccount(tx, "coordination", 1),
  ]);
  if (!coordination || !steering) return;
  const accounts = { coordination, steering, colleague: colleague ?? coordination };
  const released = (await listReleases(tx)).filter(({ kind }) => kind === "final");
  // The first release of the training's participants: those who were asked at its end.
  const [evaluation] = (await listRoundsOf(tx, EVALUATION)).filter(({ release_id }) => release_id);
  const at = (days: number) => new Date(today.getTime() - days * DAY_MS);
  const day = (days: number) => dayOf(at(-days));
  for (const [index, sample] of SAMPLES.entries()) {
    const measureId = sampleUuid(`measure-${index + 1}`);
    const { title, kind, why, audience, budget, days, responsible, late, evaluated } = sample;
    const releaseOf = (questionnaire: string) => {
      const waves = released.filter((one) => one.questionnaire === questionnaire);
      return waves[late ? 0 : 1] ?? waves[0];
    };
    const typed: TypedMeasure = {
      ...{ title, kind, why, audience, budget, result: "" },
      responsible: typeof responsible === "string" ? accounts[responsible] : NAMED,
      responsibleName: typeof responsible === "string" ? "" : responsible.name,
      ...{ startsOn: days ? day(days[0]) : "", endsOn: days ? day(days[1]) : "" },
      roundId: evaluated ? (evaluation?.round_id ?? "") : "",
      evidence: sample.evidence.flatMap(([questionnaire, item]) => {
        const release = releaseOf(questionnaire);
        return release ? [{ releaseId: release.release_id, item }] : [];
      }),
    };
    const actorId = index % 2 === 0 ? steering : coordination;
    await proposeMeasure(tx, { measureId, actorId, now: at(sample.proposed) }, { ...typed, roundId: "" });
    let revision = 1;
    for (const [daysAgo, to] of sample.steps) {
      await stepMeasure(tx, { measureId, actorId: steering, now: at(daysAgo), revision, to });
      revision += 1;
    }
    const [daysAgo, result] = sample.result ?? [];
    if (daysAgo === undefined || result === undefined) continue;
    await changeMeasure(tx, { measureId, actorId, now: at(daysAgo), revision }, { ...typed, result });
  }
}

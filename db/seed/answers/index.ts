import type { SampleNetwork } from "../sample.ts";
import { ansaetzeAnswer } from "./ansaetze.ts";
import { bedarfeAnswer } from "./bedarfe.ts";
import { netzwerkAnswers } from "./netzwerk.ts";
import { netzwerkzieleAnswer } from "./netzwerkziele.ts";
import { sampleBreakOffs, sampleParticipation } from "./participation.ts";
import { pulsAnswer } from "./puls.ts";
import { type SampleAnswer, type Scene, sceneOf } from "./scene.ts";
import { schnittstellenAnswer } from "./schnittstellen.ts";

export { sampleTraining } from "./fortbildung.ts";
export { sampleParticipation } from "./participation.ts";
export type { SampleAnswer } from "./scene.ts";

/** Those that projects answer; the participants of trainings answer `fortbildung`, see `sampleTraining`. */
export type SampledQuestionnaire = keyof typeof samplers;

type Sampler = {
  answers: (network: SampleNetwork, wave: number, seed: number) => (scene: Scene) => SampleAnswer;
  /** Questions up to the one in the middle of which people leave off. */
  begun: readonly string[];
};

const samplers = {
  bedarfe: { answers: () => bedarfeAnswer, begun: ["team_anzahl", "bed_wichtig", "bed_gedeckt"] },
  schnittstellen: { answers: () => schnittstellenAnswer, begun: ["team_anzahl", "ss_freq", "ss_detail"] },
  netzwerk: { answers: netzwerkAnswers, begun: ["nw_ok", "nw_kontakt", "nw_top", "nw_tie"] },
  ansaetze: { answers: () => ansaetzeAnswer, begun: ["an_ziel", "an_alter", "an_faelle", "an_ph"] },
  puls: { answers: () => pulsAnswer, begun: ["pu_lage", "pu_hf"] },
  netzwerkziele: {
    answers: () => netzwerkzieleAnswer,
    begun: ["team_anzahl", "zi_vereinb", "zi_bleib", "zi_mitsprache"],
  },
} satisfies Record<string, Sampler>;

/**
 * What the participating projects submit in a wave (0, 1, 2): sample project id → SurveyJS answer, complete and valid for
 * version 1 of the questionnaire, in the order of arrival. Pure: the same arguments give the same answers.
 */
export function sampleAnswers(
  network: SampleNetwork,
  questionnaire: SampledQuestionnaire,
  wave: number,
  seed: number,
): Map<string, SampleAnswer> {
  return answersOf(network, questionnaire, wave, seed, sampleParticipation(network, wave, questionnaire, seed));
}

/**
 * What stayed a draft: the answers of those that left off half-way through the second matrix. Valid as drafts; required
 * questions may be missing. Ids are disjoint from `sampleAnswers` of the same wave.
 */
export function sampleDrafts(
  network: SampleNetwork,
  questionnaire: SampledQuestionnaire,
  wave: number,
  seed: number,
): Map<string, SampleAnswer> {
  const full = answersOf(network, questionnaire, wave, seed, sampleBreakOffs(network, wave, questionnaire, seed));
  const { begun } = samplers[questionnaire];
  const last = begun.at(-1)!;
  return new Map(
    [...full].map(([id, answer]) => {
      const kept = begun
        .filter((question) => answer[question] !== undefined)
        .map((question) => [question, answer[question]]);
      const draft: SampleAnswer = Object.fromEntries(kept);
      if (draft[last] !== undefined) draft[last] = firstHalf(draft[last]);
      return [id, draft];
    }),
  );
}

function answersOf(
  network: SampleNetwork,
  questionnaire: SampledQuestionnaire,
  wave: number,
  seed: number,
  ids: Set<string>,
): Map<string, SampleAnswer> {
  const answer = samplers[questionnaire].answers(network, wave, seed);
  const projects = new Map(network.projects.map((project) => [project.id, project]));
  return new Map([...ids].map((id) => [id, answer(sceneOf(network, questionnaire, wave, seed, projects.get(id)!))]));
}

function firstHalf(value: unknown): unknown {
  if (Array.isArray(value)) return value.slice(0, Math.ceil(value.length / 2));
  if (!isRecord(value)) return value;
  const entries = Object.entries(value);
  return Object.fromEntries(entries.slice(0, Math.ceil(entries.length / 2)));
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/**
 * A copy of an answer in which sample project ids (`proj-007`), wherever they stand, are replaced by `idOf`: the roster of
 * `netzwerk` names projects by the ids that they have in the database.
 */
export function withProjectIds(answer: SampleAnswer, idOf: (sampleId: string) => string): SampleAnswer {
  const replaced = (value: unknown): unknown => {
    if (typeof value === "string") return /^proj-\d{3}$/.test(value) ? idOf(value) : value;
    if (Array.isArray(value)) return value.map(replaced);
    if (isRecord(value)) return Object.fromEntries(Object.entries(value).map(([key, each]) => [key, replaced(each)]));
    return value;
  };
  return Object.fromEntries(Object.entries(answer).map(([key, value]) => [key, replaced(value)]));
}

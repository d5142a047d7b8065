import { logistic, randomFor, sample, shuffle } from "../random.ts";
import type { SampleNetwork, SampleProject } from "../sample.ts";
import { panelNormal } from "./latent.ts";
import { strain } from "./scene.ts";

/** Share of projects that submit `bedarfe` in waves 0, 1, 2; later waves stay at the last. */
const responseRates = [0.62, 0.68, 0.73];
/** What is asked more often, or names others, is answered by fewer. */
const fewerOf: Readonly<Record<string, number>> = {
  schnittstellen: 0.02,
  netzwerk: 0.04,
  ansaetze: 0.01,
  puls: 0.08,
  netzwerkziele: 0.05,
};
/** Share of a wave's respondents that answer in the next one too. */
const retention = 0.75;
/** Share of those who begin and leave off inside the second matrix: their answers stay drafts. */
const breakOff = 0.07;

/** Log-odds of answering: small projects .6 to 1, strained teams less, and some are always keener than others. */
function willingness(project: SampleProject, wave: number, seed: number): number {
  return (
    Math.log(project.attributes.vzae === "u2" ? 0.6 : 1) -
    0.3 * strain(seed, wave, project) +
    0.4 * panelNormal(seed, wave, project.id, "willingness")
  );
}

/**
 * The projects that submit a questionnaire in a wave (0, 1, 2), in the order in which their answers arrive: a first part of
 * it is an open round. Rates and retention are exact; who it is depends on size and strain.
 */
export function sampleParticipation(
  network: SampleNetwork,
  wave: number,
  questionnaire: string,
  seed: number,
): Set<string> {
  const random = randomFor(seed, questionnaire, "participation", wave);
  const rate = (responseRates[wave] ?? responseRates.at(-1)!) - (fewerOf[questionnaire] ?? 0);
  const count = Math.round(network.projects.length * rate);
  const choose = (from: SampleProject[], howMany: number) =>
    from
      .map((project) => ({ project, score: willingness(project, wave, seed) + logistic(random) }))
      .sort((a, b) => b.score - a.score)
      .slice(0, howMany)
      .map(({ project }) => project);
  if (wave === 0) return arrival(shuffle(random, choose(network.projects, count)));

  const before = sampleParticipation(network, wave - 1, questionnaire, seed);
  const stay = choose(
    network.projects.filter(({ id }) => before.has(id)),
    Math.round(before.size * retention),
  );
  const join = choose(
    network.projects.filter(({ id }) => !before.has(id)),
    count - stay.length,
  );
  return arrival(shuffle(random, [...stay, ...join]));
}

/** The projects that began and did not submit. None of them is in `sampleParticipation` of the same wave. */
export function sampleBreakOffs(
  network: SampleNetwork,
  wave: number,
  questionnaire: string,
  seed: number,
): Set<string> {
  const submitted = sampleParticipation(network, wave, questionnaire, seed);
  const others = network.projects.filter(({ id }) => !submitted.has(id));
  const count = Math.round((submitted.size * breakOff) / (1 - breakOff));
  return arrival(sample(randomFor(seed, questionnaire, "break-off", wave), others, count));
}

function arrival(projects: SampleProject[]): Set<string> {
  return new Set(projects.map(({ id }) => id));
}

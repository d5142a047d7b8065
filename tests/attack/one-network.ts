import type { Highs } from "highs";
import { readWave } from "./attacker/attack.ts";
import { panelsOf } from "./attacker/panels.ts";
import { type Isolation, isolate } from "./isolate.ts";
import { type Mode, RULES } from "./modes.ts";
import { drawNetwork, type Network } from "./network.ts";
import { type PublishedWave, publishNetwork } from "./publish.ts";
import { addScores, noScore, type Score, scoreAttack } from "./score.ts";
import { type Utility, utilityOf } from "./utility.ts";

/** What came of attacking everything that was published of one network under one rule. */
export type Outcome = {
  seed: number;
  mode: Mode;
  outsider: Score;
  insiders: Score;
  isolation: Isolation[];
  utility: Utility[];
};

/**
 * A network to attack; `program`: also by the integer program, which takes long; `believing`: who works
 * out how probable answers are: everybody, that is whoever knows nothing else and each of the five largest organisations, one
 * of the six in turn, or nobody; `panels`: of those who answered two waves in a row there are figures too.
 */
export type Task = {
  seed: number;
  mode: Mode;
  program: boolean;
  believing: "all" | "in turn" | "nobody";
  panels: boolean;
};

const LARGEST = 5;
/** In turn, one network in so many is believed about; the others need not take that long. */
export const BELIEVED_EVERY = 5;

/** Draws the network of a seed, releases its waves, and attacks them: from outside, and from each of the five largest organisations. */
export function attackNetwork(task: Task, highs: Highs | undefined): Outcome {
  const network = drawNetwork(task.seed);
  return attackWaves(network, publishNetwork(network, RULES[task.mode], task.panels), task, highs);
}

/** Attacks what was published of a network's waves, however it was. */
export function attackWaves(
  network: Network,
  waves: readonly PublishedWave[],
  { seed, mode, believing }: Task,
  highs: Highs | undefined,
): Outcome {
  const [outsider, insiders] = [noScore(), noScore()];
  const panels = panelsOf(waves);
  // Without the gate only sets are looked for: the figures are as well protected as ever.
  if (mode !== "ungated") {
    const read = waves.map(({ releases, respondents }, wave) => readWave(releases, respondents, panels[wave]));
    const turn = Math.floor(seed / BELIEVED_EVERY) % (LARGEST + 1);
    const believesAt = (place: number) => believing === "all" || (believing === "in turn" && place === turn);
    addScores(outsider, scoreAttack(read, waves, undefined, believesAt(LARGEST)));
    for (const [place, organisation] of largestOrganisations(network).entries()) {
      addScores(insiders, scoreAttack(read, waves, organisation, believesAt(place)));
    }
  }
  return {
    seed,
    mode,
    outsider,
    insiders,
    isolation: waves.map((_, wave) => isolate(waves, wave, panels[wave] ?? [], highs)),
    utility: waves.map(utilityOf),
  };
}

function largestOrganisations({ projects }: Network): string[] {
  const organisations = [...Map.groupBy(projects, ({ organisation }) => organisation)];
  return organisations
    .sort(([, a], [, b]) => b.length - a.length)
    .slice(0, LARGEST)
    .map(([organisation]) => organisation);
}

import { numbersOfHead } from "./check-page.ts";
import { numbersOfInterfaces } from "./interfaces.ts";
import { numbersOfNeeds } from "./needs.ts";
import { numbersOfNetwork } from "./network.ts";
import type { Released } from "./released.ts";
import { numbersOfTrends, wavesOf } from "./trends.ts";

/** So many slides say at most what the views of a release say. */
const OF_VIEWS = 6;

/** What stands around each slide: which release it is of, and which slide of how many. There is one per item at most. */
export function numbersAroundSlides(released: Released): string[] {
  const slides = Array.from({ length: released.items.length + OF_VIEWS + 1 }, (_, place) => String(place + 1));
  return [...numbersOfHead(released), ...slides];
}

/** Every number of slides that say what the views of a release say: those that the views may show. */
export function numbersOfSlides(released: Released, all: readonly Released[]): Set<string> {
  const asks = (question: string) => released.items.some(({ item }) => item.startsWith(`${question}/`));
  return new Set([
    ...numbersAroundSlides(released),
    ...(asks("bed_wichtig") ? numbersOfNeeds(released, undefined) : []),
    ...(asks("ss_freq") ? numbersOfInterfaces(released, undefined, all) : []),
    ...numbersOfNetwork(released, earlierNetworks(released, all), null),
    ...numbersOfTrends(wavesOf(all, released)),
  ]);
}

/** Earlier waves of the network, from which its page says what changed. */
export const earlierNetworks = ({ release }: Released, all: readonly Released[]): Released[] =>
  all
    .filter((one) => one.network && one.release.questionnaire === release.questionnaire)
    .filter((one) => Number(one.release.closed_at) < Number(release.closed_at));

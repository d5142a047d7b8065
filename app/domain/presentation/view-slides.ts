import type { NodeAttribute } from "#db/tables/network.ts";
import type { Locale, Texts } from "../../locales/index.ts";
import { profileInWords, weakestInWords } from "../interfaces/in-words.ts";
import { type ProfileLine, profileOf } from "../interfaces/profile.ts";
import { type Interface, rankInterfaces, weakestInterfaces } from "../interfaces/rank-interfaces.ts";
import { type Need, rankNeeds } from "../needs/rank-needs.ts";
import { describeNetwork, type NetworkPicture } from "../network/describe-network.ts";
import type { Tie } from "../network/graph.ts";
import { type Changed, whatChanged } from "../trends/compare-waves.ts";
import { followItems, type TrendBlock } from "../trends/follow-items.ts";
import type { PresentationReport } from "./read-presentation.server.ts";

/** One statement of what a view of a release says, with what its chart needs. Sentences are undefined where nothing can be said. */
export type ViewSlide =
  | { kind: "needs"; needs: Need[] }
  | { kind: "interfaces"; ranked: Interface[]; sentence: string | undefined }
  | { kind: "profile"; field: Interface; lines: ProfileLine[]; sentence: string | undefined; wave: string | undefined }
  | { kind: "network"; picture: NetworkPicture; attribute: NodeAttribute; waves: NetworkWave[] }
  | { kind: "trend"; block: TrendBlock; waves: string[] };

type NetworkWave = { nodes: { id: string }[]; ties: Tie[] };

/** Everything is worked out from what the release holds, as the views themselves do it. */
export function slidesOfViews(report: PresentationReport, texts: Texts, locale: Locale): ViewSlide[] {
  return [
    ...slidesOfNeeds(report),
    ...slidesOfInterfaces(report, texts, locale),
    ...slidesOfNetwork(report),
    ...slidesOfTrends(report),
  ];
}

function slidesOfNeeds({ needs }: PresentationReport): ViewSlide[] {
  const ranked = needs ? rankNeeds(needs.importance, needs.coverage, []) : [];
  return ranked.length > 0 ? [{ kind: "needs", needs: ranked }] : [];
}

/** All fields, then the weakest by itself. */
function slidesOfInterfaces(
  { release, interfaces: read }: PresentationReport,
  texts: Texts,
  locale: Locale,
): ViewSlide[] {
  const ranked = read ? rankInterfaces(read) : [];
  if (!read || ranked.length === 0) return [];
  const [weakest] = weakestInterfaces(ranked, 1);
  const sentence = weakest && weakestInWords(weakest, { ...read, release }, texts, locale);
  const profiles = ranked
    .filter(({ field }) => field === weakest?.field)
    .map((field): ViewSlide => {
      const lines = profileOf(field.field, ranked, read, read.before);
      const wave = read.before?.release.wave;
      return { kind: "profile", field, lines, sentence: profileInWords(lines, texts, locale), wave };
    });
  return [{ kind: "interfaces", ranked, sentence }, ...profiles];
}

/** Coloured by the first attribute. */
function slidesOfNetwork({ release, network: read }: PresentationReport): ViewSlide[] {
  const [attribute] = read?.network.attributes ?? [];
  if (!read || !attribute || read.nodes.length === 0) return [];
  const { nodes, ties, earlier } = read;
  const picture = describeNetwork({ nodes, ties, asked: release.invited }, attribute.code);
  return [{ kind: "network", picture, attribute, waves: [...earlier, { nodes, ties }] }];
}

/** What rose and what fell most since the wave before, each by itself. */
function slidesOfTrends({ waves }: PresentationReport): ViewSlide[] {
  if (!waves) return [];
  const { blocks } = followItems(waves);
  const { up, down } = whatChanged({ blocks });
  const names = waves.map(({ release }) => release.wave);
  const tell = (changed: Changed | undefined, side: "up" | "down"): ViewSlide[] =>
    blocks.flatMap((block) => {
      if (!changed || block.question !== changed.line.item.question) return [];
      const most = { ...block.most, up: [], down: [], [side]: [changed] };
      const alone = { ...block, items: [changed.line.item], lines: [changed.line], most };
      return [{ kind: "trend", block: alone, waves: names }];
    });
  return [...tell(up[0], "up"), ...tell(down[0], "down")];
}

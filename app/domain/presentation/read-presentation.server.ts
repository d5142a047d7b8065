import type { Db } from "#db/client.server.ts";
import { type InterfacesReport, readInterfaces } from "../interfaces/read-interfaces.server.ts";
import { type NeedsReport, readNeeds } from "../needs/read-needs.server.ts";
import { type NetworkReport, readNetwork } from "../network/read-network.server.ts";
import { keepFrozen } from "../report/kept.server.ts";
import { type Report, readReport } from "../report/read-report.server.ts";
import { readViews } from "../report/views.server.ts";
import { whatChanged } from "../trends/compare-waves.ts";
import { followItems, type Wave } from "../trends/follow-items.ts";
import { readTrends } from "../trends/read-trends.server.ts";

/** The totals of a release, and what its other views have to say; null where it has no such view. */
export type PresentationReport = Report & {
  needs: Pick<NeedsReport, "importance" | "coverage"> | null;
  interfaces: Pick<InterfacesReport, "asked" | "contact" | "detail" | "before"> | null;
  network: Pick<NetworkReport, "network" | "nodes" | "ties" | "earlier"> | null;
  /** of each wave the questions that changed most, and no others */
  waves: Wave[] | null;
};

/** What is shown slide by slide. Everything derived is worked out where it is shown. Throws not-found. */
export async function readPresentation(db: Db, report: Db, releaseId: string): Promise<PresentationReport> {
  const read = await readReport(report, releaseId, null);
  const views = new Set(await readViews(db, report, releaseId));
  return {
    ...read,
    needs: views.has("needs") ? needsIn(await readNeeds(db, report, releaseId, null)) : null,
    interfaces: views.has("interfaces") ? interfacesIn(await readInterfaces(db, report, releaseId, null)) : null,
    network: views.has("network") ? networkIn(await readNetwork(report, releaseId)) : null,
    waves: views.has("trends") ? changedMost((await readTrends(report, releaseId)).waves, report) : null,
  };
}

// The blocks are those of the report itself, so that they go over the wire once.
const needsIn = ({ importance, coverage }: NeedsReport) => ({ importance, coverage });
const interfacesIn = ({ asked, contact, detail, before }: InterfacesReport) => ({ asked, contact, detail, before });
const networkIn = ({ network, nodes, ties, earlier }: NetworkReport) => ({ network, nodes, ties, earlier });

/** As many as there are releases with waves for some years. */
const KEPT = 64;
/** By the waves; which questions changed most never changes either. */
const keptIn = keepFrozen<Wave[]>(KEPT);

/** Of all that was asked, only what the slides tell of: the whole would be the larger part of the page. */
function changedMost(waves: readonly Wave[], report: Db): Wave[] {
  const cache = keptIn(report);
  const key = waves.map(({ release }) => release.releaseId).join(" ");
  const known = cache.get(key);
  if (known) return known;
  const { up, down } = whatChanged(followItems(waves));
  const told = new Set([...up.slice(0, 1), ...down.slice(0, 1)].map(({ line }) => line.item.question));
  const some = waves.map((wave) => ({ ...wave, blocks: wave.blocks.filter(({ question }) => told.has(question)) }));
  cache.set(key, some);
  return some;
}

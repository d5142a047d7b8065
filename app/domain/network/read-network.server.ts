import type { Db } from "#db/client.server.ts";
import * as queries from "#db/queries/ties.server.ts";
import type { NodeAttribute } from "#db/tables/network.ts";
import type { Code } from "#surveys/model.ts";
import { Problem } from "../problem.ts";
import { getRelease, type Report, readReport } from "../report/read-report.server.ts";
import { asksAlike } from "./asks-alike.ts";
import type { NetworkNode, Tie, TieReport } from "./graph.ts";

/**
 * What was wished for, as numbers alone: projects that wish, their wishes, those that both wish, those in contact already. The
 * last two are null where they would tell of too few.
 */
export type Wishes = { wishing: number; wishes: number; wishesMutual: number | null; wishesKnown: number | null };

/** An earlier wave, for where projects lie on the map and for what changed. */
export type EarlierNetwork = {
  releaseId: string;
  wave: string;
  /** it asked for contacts as this one does: only then can the two be compared */
  isSame: boolean;
  nodes: { id: string; answered: boolean }[];
  ties: Tie[];
};

/** The ties of a release as they may be shown today: what follows is worked out where it is shown. */
export type NetworkRelease = Pick<Report, "release" | "newer"> & {
  network: {
    /** by which the map may be coloured */
    attributes: NodeAttribute[];
    /** how often there is contact, from seldom to often */
    frequencies: Code[];
    /** what contacts may be about, in the order of the question; none where nobody was asked */
    kinds: Code[];
    /** reports of or about projects that did not consent, not counting who withdrew since; null where it would tell of too few */
    reportsNotDrawn: number | null;
    wishes: Wishes | null;
  };
  /** by name */
  nodes: NetworkNode[];
  ties: TieReport[];
};

/** A release with the waves before it, the oldest first. */
export type NetworkReport = NetworkRelease & { earlier: EarlierNetwork[] };

/** Whether a release holds ties. */
export async function hasTies(_db: Db, report: Db, releaseId: string): Promise<boolean> {
  return (await queries.findNetwork(report, releaseId)) !== undefined;
}

/** As `readNetworkRelease`, with the waves before it. */
export async function readNetwork(report: Db, releaseId: string): Promise<NetworkReport> {
  // What is no release is not found here; PostgreSQL would take what is no id for an error.
  await getRelease(report, releaseId);
  const [network, earlier] = await Promise.all([
    readNetworkRelease(report, releaseId),
    readEarlierNetworks(report, releaseId),
  ]);
  return { ...network, earlier };
}

async function readEarlierNetworks(report: Db, releaseId: string): Promise<EarlierNetwork[]> {
  const waves = await queries.listEarlierNetworks(report, releaseId);
  const ids = waves.map(({ release_id: id }) => id);
  const [asked, shown] = await Promise.all([
    queries.listContactItems(report, [releaseId, ...ids]),
    Promise.all(ids.map((id) => readShown(report, id))),
  ]);
  const now = asked.find((item) => item.release_id === releaseId);
  return waves.map(({ release_id: id, wave }, at) => ({
    ...{ releaseId: id, wave },
    isSame: asksAlike(
      asked.find((item) => item.release_id === id),
      now,
    ),
    nodes: shown[at]?.nodes.map(({ id, answered }) => ({ id, answered })) ?? [],
    ties: shown[at]?.ties.map(({ from, to }) => ({ from, to })) ?? [],
  }));
}

/**
 * Never kept: whoever withdraws is gone with the next page. Throws not-found, also where the release has no ties.
 */
export async function readNetworkRelease(report: Db, releaseId: string): Promise<NetworkRelease> {
  const { release, newer } = await readReport(report, releaseId, null);
  const row = await queries.findNetwork(report, releaseId);
  if (!row) throw new Problem("not-found");
  const { attributes, frequencies, kinds, wishing, wishes } = row;
  const { wishes_mutual: wishesMutual, wishes_known: wishesKnown } = row;
  return {
    ...{ release, newer, ...(await readShown(report, releaseId)) },
    network: {
      ...{ attributes, frequencies, kinds, reportsNotDrawn: row.reports_not_drawn },
      wishes: wishing !== null && wishes !== null ? { wishing, wishes, wishesMutual, wishesKnown } : null,
    },
  };
}

async function readShown(report: Db, releaseId: string): Promise<{ nodes: NetworkNode[]; ties: TieReport[] }> {
  const [nodes, reports] = await Promise.all([
    queries.listNodes(report, releaseId),
    queries.listTies(report, releaseId),
  ]);
  return {
    nodes: nodes.map(({ project_id: id, name, answered, attributes }) => ({ id, name, answered, attributes })),
    ties: reports.map(({ from_project_id: from, to_project_id: to, ...said }) => ({ from, to, ...said })),
  };
}

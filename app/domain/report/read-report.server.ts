import { z } from "zod";
import type { Db } from "#db/client.server.ts";
import * as releases from "#db/queries/releases.server.ts";
import type { Text } from "#surveys/model.ts";
import { PANEL, TOTAL } from "../disclosure/withholding.ts";
import type { Breakdown } from "../figures.ts";
import { Problem } from "../problem.ts";
import { blocksOf, type ReleaseBlock } from "./blocks.ts";
import { type Sampling, samplingOf } from "./derived.ts";
import { type Instrument, instrumentOf } from "./instrument.ts";
import { keepFrozen } from "./kept.server.ts";

/** A release as a line of the list and as the head of its report. */
export type ReleaseSummary = {
  releaseId: string;
  roundId: string;
  number: number;
  /** an interim one was counted while people still answered, a correction after some were erased: totals only */
  kind: releases.ReleaseRow["kind"];
  /** of a correction: the release that it corrects, and why */
  corrects: { releaseId: string; reason: string } | null;
  title: Text;
  wave: string;
  version: number;
  madeAt: Date;
  closedAt: Date;
  /** null: nobody knows how many were asked, because an open link went round */
  invited: number | null;
  submitted: number;
  respondents: "projects" | "people";
  /** false of people and of anonymous answers: they belong to no organisation, so that their number alone decides */
  hasOrganisations: boolean;
  fictional: boolean;
  /** as frozen with the release; older releases have neither `multiple` nor `totals`: their counts are not rounded */
  rule: {
    minimum: number;
    organisations: number;
    withoutTwo: number | null;
    multiple?: number;
    totals?: "exact" | "protected";
  };
  /** the version of how figures are made */
  method: number;
};

/** What names a release in a link to it. */
export type ReleaseRef = Pick<ReleaseSummary, "releaseId" | "number" | "kind" | "madeAt">;

export type Report = {
  release: ReleaseSummary;
  /** the newest release of the round, where it is another one */
  newer: ReleaseRef | null;
  /** every breakdown that the release has, in the order of the chooser */
  breakdowns: Breakdown[];
  /** the chosen one; null for totals */
  chosen: Breakdown | null;
  /** how far the totals stand for everybody who was asked */
  sampling: Sampling;
  /** in the order of the questionnaire */
  blocks: ReleaseBlock[];
};

/** The newest release of each round, with those before it: the newest first. */
export async function readReleases(report: Db): Promise<(ReleaseSummary & { earlier: ReleaseRef[] })[]> {
  const rounds = Map.groupBy(await releases.listReleases(report), (row) => row.round_id);
  return [...rounds.values()].flatMap((rows) => {
    const [newest, ...earlier] = rows.map(summaryOf).sort((a, b) => b.number - a.number);
    return newest ? [{ ...newest, earlier: earlier.map(refOf) }] : [];
  });
}

const refOf = ({ releaseId, number, kind, madeAt }: ReleaseSummary): ReleaseRef => ({
  releaseId,
  number,
  kind,
  madeAt,
});

/** The newest release of the same round, where it is another one. */
export async function findNewer(report: Db, { roundId, number }: ReleaseSummary): Promise<ReleaseRef | null> {
  const [newest] = await releases.listReleasesOfRound(report, roundId);
  if (!newest || newest.number <= number) return null;
  return { releaseId: newest.release_id, number: newest.number, kind: newest.kind, madeAt: newest.made_at };
}

/** The head of a release. Throws not-found. */
export async function getRelease(report: Db, releaseId: string): Promise<ReleaseSummary> {
  const row = z.uuid().safeParse(releaseId).success ? await releases.findRelease(report, releaseId) : undefined;
  if (!row) throw new Problem("not-found");
  return summaryOf(row);
}

/** False of the panel: its groups are the same projects twice, so that nothing may be set beside each other as parts of a whole. */
export const isPartition = ({ code }: Pick<Breakdown, "code">): boolean => code !== PANEL;
/** A breakdown that was asked for, unless it is the panel. */
export const partitionBy = (breakdown: string | null): string | null => (breakdown === PANEL ? null : breakdown);

export type FrozenReport = Omit<Report, "newer">;

/** Reports that are kept in memory; each is up to a megabyte. */
const KEPT_REPORTS = 32;
/** By release and breakdown; what is being read is waited for, so that an item of a release is the same object everywhere. */
const keptIn = keepFrozen<Promise<FrozenReport>>(KEPT_REPORTS);

/** One release with one breakdown, or with totals when none or an unknown one is named. Throws not-found. */
export async function readReport(report: Db, releaseId: string, breakdown: string | null): Promise<Report> {
  const frozen = await readFrozen(report, releaseId, breakdown);
  return { ...frozen, newer: await findNewer(report, frozen.release) };
}

/** The same without what may have come since: nothing is asked of the database that was asked before. Throws not-found. */
export function readFrozen(report: Db, releaseId: string, breakdown: string | null): Promise<FrozenReport> {
  const cache = keptIn(report);
  const key = `${releaseId} ${breakdown ?? ""}`;
  const known = cache.get(key);
  if (known) return known;
  const reading = readOnce(report, releaseId, breakdown);
  cache.set(key, reading);
  const forget = () => void cache.delete(key);
  // Names that no breakdown has would fill the memory with totals.
  reading.then(({ chosen }) => (chosen?.code ?? null) !== breakdown && forget(), forget);
  return reading;
}

async function readOnce(report: Db, releaseId: string, breakdown: string | null): Promise<FrozenReport> {
  const release = await getRelease(report, releaseId);
  const breakdowns = breakdownsOf(await releases.listGroups(report, releaseId));
  const chosen = breakdowns.find(({ code }) => code === breakdown) ?? null;
  const [items, figures, quotes] = await Promise.all([
    releases.listItems(report, releaseId),
    releases.listFigures(report, releaseId, chosen ? [TOTAL, chosen.code] : [TOTAL]),
    releases.listQuotes(report, releaseId),
  ]);
  const sampling = samplingOf(release);
  return { release, breakdowns, chosen, sampling, blocks: blocksOf(items, figures, chosen, sampling, quotes) };
}

/** A report with all that paper needs beside the figures. */
export type PrintedReport = Report & { instrument: Instrument; checksum: string };

/** As `readReport`, with the questions as the release holds them. Throws not-found. */
export async function readPrintedReport(
  report: Db,
  releaseId: string,
  breakdown: string | null,
): Promise<PrintedReport> {
  const read = await readReport(report, releaseId, breakdown);
  const [row, items] = await Promise.all([
    releases.findRelease(report, releaseId),
    releases.listItems(report, releaseId),
  ]);
  return { ...read, instrument: instrumentOf(items), checksum: row?.checksum ?? "" };
}

type GroupRow = Awaited<ReturnType<typeof releases.listGroups>>[number];

/** The head of a release, of its row. */
export function summaryOf(row: releases.ReleaseRow): ReleaseSummary {
  const { number, kind, title, wave, version, invited, submitted, respondents, fictional, method } = row;
  const corrects = row.corrects ? { releaseId: row.corrects, reason: row.reason ?? "" } : null;
  const rule = row.rule as ReleaseSummary["rule"];
  const hasOrganisations = respondents === "projects" && row.privacy !== "anonymous";
  const summary = {
    number,
    kind,
    corrects,
    title,
    wave,
    version,
    invited,
    submitted,
    respondents,
    hasOrganisations,
    fictional,
    rule,
    method,
  };
  return { releaseId: row.release_id, roundId: row.round_id, ...summary, madeAt: row.made_at, closedAt: row.closed_at };
}

/** The breakdowns of a release in the order of the chooser, of the rows of its groups. */
export function breakdownsOf(rows: readonly GroupRow[]): Breakdown[] {
  return [...Map.groupBy(rows, (row) => row.breakdown)].flatMap(([code, groups]) => {
    const label = groups[0]?.breakdown_label;
    if (code === TOTAL || !label) return [];
    return [
      {
        code,
        label,
        groups: groups.map((row) => ({ breakdown: code, code: row.group_code, label: row.label, n: row.n })),
      },
    ];
  });
}

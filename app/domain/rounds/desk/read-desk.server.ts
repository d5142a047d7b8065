import type { Db } from "#db/client.server.ts";
import * as desk from "#db/queries/desk.server.ts";
import { findRunOfRound } from "#db/queries/release-runs.server.ts";
import { listReleasesOfRound } from "#db/queries/releases.server.ts";
import { findRound, type RoundRow } from "#db/queries/rounds.server.ts";
import { type DeskInquiries, readInquiries } from "../../inquiries/read-inquiries.server.ts";
import { Problem } from "../../problem.ts";
import {
  type CorrectionOutlook,
  type InterimOutlook,
  type ReleaseOutlook,
  readCorrectionOutlook,
  readInterimOutlook,
  readReleaseOutlook,
} from "../../release/outlook.server.ts";
import { type RoundEvent, readHistory } from "../history.server.ts";
import { addUp, type Curve, daysBetween, submittedBy, type WaveCurve } from "./curve.ts";
import {
  attributesOf,
  countReturns,
  type GroupReturns,
  type Participant,
  participantOf,
  type Returns,
  returnsBy,
  stateOf,
  withRegion,
} from "./returns.ts";
import { readThisWeek } from "./this-week.server.ts";
import { chooseParticipants, compareNames, type DeskView } from "./view.ts";

type DeskFacts = NonNullable<Awaited<ReturnType<typeof desk.findDeskFacts>>>;

/** Returns broken down by one attribute of the opening day. */
export type ReturnsTable = { attribute: string; attributes: string[]; groups: GroupReturns[]; several: boolean };

/**
 * Of an anonymous round: sums and nothing about anybody. `used` of `invited` personal links; `openUses` is null where
 * there is no open link.
 */
export type Anonymous = {
  invited: number;
  used: number;
  openUses: number | null;
  declined: number;
  bounced: number;
};

/** Everything that is known of who answers a round that names its participants to the coordination. */
export type Known = {
  returns: Returns;
  table: ReturnsTable | null;
  curve: Curve | null;
  /** as chosen and sorted, at most `MOST_ROWS` of them; `matching` counts all that were chosen, `total` everybody */
  participants: Participant[];
  matching: number;
  total: number;
  /** how many could be reminded today */
  due: number;
  /** codes of the Laender that occur, in the order of their names */
  laender: string[];
  /** people without account take part */
  byLink: boolean;
};

export type Desk = {
  round: RoundRow;
  facts: DeskFacts;
  /** the newest of a closed round */
  release: Awaited<ReturnType<typeof listReleasesOfRound>>[number] | undefined;
  /** what is being made, or could not be */
  run: Awaited<ReturnType<typeof findRunOfRound>>;
  /** of a closed round without a release */
  outlook: ReleaseOutlook | null;
  /** of an open round that is not anonymous */
  interim: InterimOutlook | null;
  /** of a released round that is not anonymous */
  correction: CorrectionOutlook | null;
  /** undefined for drafts, which have invited nobody yet, and for anonymous rounds */
  known: Known | undefined;
  anonymous: Anonymous | undefined;
  history: RoundEvent[];
  inquiries: DeskInquiries;
  /** what "today" is: the page is drawn twice, on the server and in the browser */
  now: Date;
};

/** An open link may bring thousands, of whom nothing is known but their state: a page of them would help nobody. */
const MOST_ROWS = 500;

type Asked = { view: DeskView; now: Date; labelOfLand: (code: string) => string };

/** The page of a round: how far it is and who has answered. Never an answer. Throws not-found. */
export async function readDesk(db: Db, roundId: string, asked: Asked): Promise<Desk> {
  const [round, facts, releases, run, history, inquiries] = await Promise.all([
    findRound(db, roundId),
    desk.findDeskFacts(db, roundId),
    listReleasesOfRound(db, roundId),
    findRunOfRound(db, roundId),
    readHistory(db, roundId),
    readInquiries(db, roundId),
  ]);
  if (!round || !facts) throw new Problem("not-found");
  const prepared = round.state === "draft";
  const anonymous = round.privacy === "anonymous";
  const release = releases.find(({ kind }) => kind !== "interim");
  const ruled = { ...facts, round_id: roundId };
  return {
    round,
    facts,
    release,
    run,
    outlook: round.state === "closed" && !release ? await readReleaseOutlook(db, ruled) : null,
    interim: round.state === "open" && !anonymous ? await readInterimOutlook(db, ruled) : null,
    correction: round.state === "released" && !anonymous ? await readCorrectionOutlook(db, ruled) : null,
    known: prepared || anonymous ? undefined : await readKnown(db, round, facts, asked),
    anonymous: !prepared && anonymous ? await readAnonymous(db, roundId) : undefined,
    history,
    inquiries,
    now: asked.now,
  };
}

async function readKnown(db: Db, round: RoundRow, facts: DeskFacts, { view, now, labelOfLand }: Asked): Promise<Known> {
  const [returns, weeks] = await Promise.all([
    desk.listReturns(db, round.round_id),
    readThisWeek(db, round.round_id, now),
  ]);
  const rows = returns.map(withRegion);
  const participants = rows.map((row) => participantOf(row, weeks.get(row.invitation_id)));
  const chosen = chooseParticipants(participants, view, labelOfLand);
  const attributes = attributesOf(rows);
  const attribute = attributes.find((one) => one === view.by) ?? firstOf(attributes);
  return {
    returns: countReturns(rows.map(stateOf)),
    table: attribute ? { attribute, attributes, ...returnsBy(rows, attribute) } : null,
    curve: await readCurve(db, round, facts, now),
    participants: chosen.slice(0, MOST_ROWS),
    matching: chosen.length,
    total: participants.length,
    due: participants.filter((one) => one.due).length,
    laender: [...new Set(participants.flatMap((one) => one.land ?? []))].sort((a, b) =>
      compareNames(labelOfLand(a), labelOfLand(b)),
    ),
    byLink: facts.audience.kind === "link",
  };
}

const firstOf = (attributes: string[]) => (attributes.includes("region5") ? "region5" : attributes[0]);

/** This wave beside the one before it, on the same day after the opening; null until something has come in. */
async function readCurve(db: Db, round: RoundRow, facts: DeskFacts, now: Date): Promise<Curve | null> {
  if (!round.submitted) return null;
  const { series_id: seriesId, opens_at: opensAt } = facts;
  const before = await desk.findPreviousWave(db, { roundId: round.round_id, seriesId, opensAt });
  const rows = await desk.listSubmissionDays(db, [round.round_id, ...(before ? [before.round_id] : [])]);
  const day = Math.max(0, lastDayOf({ ...round, ...facts }, now));
  const curveOf = (wave: typeof round | NonNullable<typeof before>, lastDay: number): WaveCurve => {
    const days = rows.filter((row) => row.round_id === wave.round_id);
    const submitted = addUp(days, lastDay);
    const invited = facts.audience.kind === "link" ? null : wave.invited;
    return { wave: wave.wave, invited, submitted, byThen: submittedBy(submitted, day) };
  };
  return { now: curveOf(round, day), before: before ? curveOf(before, lastDayOf(before, now)) : null, day };
}

type Times = { opens_at: Date; opened_at: Date | null; closed_at: Date | null; cancelled_at: Date | null };

function lastDayOf(round: Times, now: Date): number {
  return daysBetween(round.opened_at ?? round.opens_at, round.closed_at ?? round.cancelled_at ?? now);
}

async function readAnonymous(db: Db, roundId: string): Promise<Anonymous> {
  const [{ personal, open }, rows] = await Promise.all([
    desk.countParticipation(db, roundId),
    desk.listReturns(db, roundId),
  ]);
  return {
    invited: rows.filter((row) => row.kind !== "open").length,
    used: personal,
    openUses: open,
    declined: rows.filter((row) => row.declined_at).length,
    bounced: rows.filter((row) => row.bounced).length,
  };
}

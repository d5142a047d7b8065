import type { Db } from "#db/client.server.ts";
import { findAttributes, type InvitationRow } from "#db/queries/invitations.server.ts";
import { listReleasesOfRound, listWithheld } from "#db/queries/releases.server.ts";
import { findLatestSubmission } from "#db/queries/submissions.server.ts";
import { cellsOf } from "#surveys/cells.ts";
import type { Definition } from "#surveys/definition.ts";
import type { Cell, Text } from "#surveys/model.ts";
import { releaseHints } from "#surveys/release-hints.ts";
import { withParents } from "../disclosure/hierarchy.ts";
import { TOTAL } from "../disclosure/withholding.ts";
import type { Breakdown, Group, ReportBlock } from "../figures.ts";
import { type Outcome, readOutcomes } from "../measures/read-measures.server.ts";
import { Problem } from "../problem.ts";
import { bandOf } from "../release/bands.ts";
import { keepFrozen } from "../report/kept.server.ts";
import { lasting } from "../report/packed.ts";
import { type FrozenReport, type ReleaseSummary, readFrozen } from "../report/read-report.server.ts";
import { getInvitation, isCounting } from "../responses/access.server.ts";
import { answerSheet, type SheetLine, sheetValue } from "../responses/answer-sheet.ts";
import { sameCells } from "../responses/compare-waves.ts";
import { getInstrument } from "../responses/instrument.server.ts";
import { type PreviousWave, readPreviousWave } from "../responses/previous-wave.server.ts";
import { conditionalUnanswered } from "../responses/read-sheet.server.ts";
import type { Viewer } from "../viewer.ts";
import type { OwnLine, OwnPage } from "./own-answers.ts";
import { ownGroupOf } from "./own-group.ts";

/** A project's own answers, and what the newest release of the round says: totals, and its own group of one breakdown. */
export type Mirror = {
  invitationId: string;
  project: string;
  release: ReleaseSummary;
  /** the project submitted again after the release was made */
  isNewer: boolean;
  /** breakdowns of the release in which the project has a group */
  breakdowns: { code: string; label: Text }[];
  /** the chosen one with nothing but the own group */
  chosen: Breakdown | null;
  /** figures of everybody first, then of the own group */
  blocks: ReportBlock[];
  /** keys of items whose total may not be shown */
  hidden: string[];
  /** own answers, in the order of the questionnaire */
  pages: OwnPage[];
  /** key of the item that asks whether the project may be named, if one does */
  consent: string | null;
  /** what the steering group decided because of this round */
  outcomes: Outcome[];
  /** short name of the wave before, where the project answered then */
  lastWave: string | null;
};

/**
 * The mirror of one round: the submission that counts beside the newest release. Own answers are read by the project's own
 * right and figures by the role that can read no answer. Throws not-found: of other projects' invitations, of people by link
 * and anonymous rounds, without a release, and without a submission that counts.
 */
export async function readMirror(
  db: Db,
  report: Db,
  viewer: Viewer,
  invitationId: string,
  breakdown: string | null,
): Promise<Mirror> {
  const invitation = await getInvitation(db, viewer, invitationId, "invitation.read");
  const [newest] = await listReleasesOfRound(report, invitation.round_id);
  const key = keyOf(invitation);
  if (!newest || !key || invitation.kind !== "project" || !isCounting(invitation)) throw new Problem("not-found");
  const submission = await findLatestSubmission(db, key);
  if (!submission) throw new Problem("not-found");
  const [{ definition }, previous, group] = await Promise.all([
    getInstrument(db, invitation),
    readPreviousWave(db, invitation),
    groupFinder(db, invitationId),
  ]);
  const [all, hidden, outcomes] = await Promise.all([
    readFrozen(report, newest.release_id, breakdown),
    listWithheld(report, newest.release_id, TOTAL),
    readOutcomes(db),
  ]);
  const cells = cellsOf(definition, submission.answers as never, submission.invisible);
  const unasked = conditionalUnanswered(definition, submission.answers as never);
  const own = all.chosen && group(all.chosen);
  const chosen = all.chosen && own ? { ...all.chosen, groups: [own] } : null;
  return {
    invitationId,
    project: invitation.project_name,
    release: all.release,
    isNewer: submission.submitted_at > all.release.madeAt,
    breakdowns: all.breakdowns.filter((one) => group(one)).map(({ code, label }) => ({ code, label })),
    chosen,
    blocks: besideOwn(report, all, own),
    hidden,
    pages: ownPages(definition, cells, unasked, previous),
    consent: releaseHints(definition).nameConsent?.item ?? null,
    outcomes: outcomes.filter(({ evidence }) => evidence.some(({ roundId }) => roundId === invitation.round_id)),
    lastWave: previous?.wave ?? null,
  };
}

/** As many as two rounds have groups. */
const KEPT = 64;
/** By release, breakdown and group: all projects of a group see the same. */
const keptIn = keepFrozen<ReportBlock[]>(KEPT);

/** Of a report the totals and the figures of one group. */
function besideOwn(
  report: Db,
  { release, chosen, blocks }: FrozenReport,
  own: Group | null | undefined,
): ReportBlock[] {
  const cache = keptIn(report);
  const key = `${release.releaseId} ${own ? chosen?.code : ""} ${own?.code ?? ""}`;
  const known = cache.get(key);
  if (known) return known;
  const made = blocks.map(({ question, title, items }) => ({
    question,
    title,
    items: items.map((item) =>
      lasting({
        ...item,
        quotes: [],
        withheld: Boolean(own) && item.withheld,
        figures: item.figures.filter((one) => one.breakdown === TOTAL || one.group === own?.code),
      }),
    ),
  }));
  cache.set(key, made);
  return made;
}

/** Whether a round has a release for a mirror to show. */
export async function hasRelease(report: Db, roundId: string): Promise<boolean> {
  return (await listReleasesOfRound(report, roundId)).length > 0;
}

function keyOf({ round_id: roundId, response_id: responseId }: InvitationRow) {
  return responseId ? { roundId, responseId } : undefined;
}

async function groupFinder(db: Db, invitationId: string) {
  const attributes = await findAttributes(db, invitationId);
  const values = withParents(Object.fromEntries(Object.entries(attributes).map(([code, list]) => [code, list[0]])));
  return (breakdown: Breakdown) => ownGroupOf(breakdown, values);
}

function ownPages(
  definition: Definition,
  cells: readonly Cell[],
  unasked: readonly string[],
  previous: PreviousWave | undefined,
): OwnPage[] {
  const byItem = Map.groupBy(cells, (cell) => cell.item);
  const then = previous && Map.groupBy(cellsOf(previous.definition, previous.answers), (cell) => cell.item);
  const itemsThen = new Map(previous?.definition.items.map((item) => [item.key, item]));
  const codesOf = coder(definition);
  const lastOf = ({ item }: SheetLine): OwnLine["last"] => {
    const [asked, given] = [itemsThen.get(item), then?.get(item)];
    if (!asked || !given || !previous?.comparable.has(item)) return null;
    return { values: given.map((cell) => sheetValue(asked, cell)), isSame: sameCells(given, byItem.get(item) ?? []) };
  };
  return answerSheet(definition, cells, unasked)
    .map(({ name, title, questions }) => ({
      name,
      title,
      questions: questions.map(({ key, title, lines }) => ({
        asked: key,
        title,
        lines: lines.map((line) => ({
          item: line.item,
          label: line.label,
          scale: line.scale,
          values: line.values,
          codes: codesOf(line.item, byItem.get(line.item) ?? []),
          last: lastOf(line),
        })),
      })),
    }))
    .filter(({ questions }) => questions.length > 0);
}

/** The codes of cells as a release counts them. */
function coder(definition: Definition): (item: string, cells: readonly Cell[]) => string[] {
  const items = new Map(definition.items.map((item) => [item.key, item]));
  const { bandsOf } = releaseHints(definition);
  return (key, cells) => {
    const item = items.get(key);
    const bands = item && bandsOf(item);
    const ordered = item?.scale === "rank" ? cells.toSorted((a, b) => (a.number ?? 0) - (b.number ?? 0)) : cells;
    return ordered.flatMap(({ code, number }) => {
      if (bands && number !== null) return [bandOf(number, bands)];
      return code ?? [];
    });
  };
}

import type { Db } from "#db/client.server.ts";
import type { InvitationRow } from "#db/queries/invitations.server.ts";
import { findLatestSubmission, findNumberedSubmission } from "#db/queries/submissions.server.ts";
import { cellsOf } from "#surveys/cells.ts";
import type { CheckingPool } from "#surveys/checking-pool.ts";
import type { Definition } from "#surveys/definition.ts";
import { isEmpty, type JsonObject } from "#surveys/json.ts";
import type { Locale } from "../../locales/index.ts";
import { Problem } from "../problem.ts";
import { getInvitation, isCounting, mayWith, type Respondent } from "./access.server.ts";
import { answerSheet, pageOfQuestion, type SheetPage } from "./answer-sheet.ts";
import { checkDraft } from "./check-draft.server.ts";
import { compareWaves } from "./compare-waves.ts";
import { getInstrument } from "./instrument.server.ts";
import { readNaming } from "./naming.server.ts";
import { questionsInClash } from "./open-clashes.server.ts";
import { type Cover, coverOf } from "./open-sheet.server.ts";
import { readPreviousWave } from "./previous-wave.server.ts";
import { type PageProgress, progressByPage } from "./progress.ts";
import { type ResponseStanding, readDraft, readStanding } from "./read-response.server.ts";
import { readSigningOff, type SigningOff } from "./sign-off.server.ts";
import { readLastStep, readVersions, type StepBack } from "./versions.server.ts";

export type ForFilling = {
  cover: Cover;
  checksum: string;
  roundId: string;
  standing: ResponseStanding;
  maySubmit: boolean;
};

/** All that the fill page needs: cover, where the definition lies, and the answers so far. */
export async function readForFilling(db: Db, viewer: Respondent, invitationId: string): Promise<ForFilling> {
  const invitation = await getInvitation(db, viewer, invitationId, "response.edit");
  const instrument = await getInstrument(db, invitation);
  const cover = coverOf(invitation, instrument);
  const maySubmit = mayWith(viewer, "response.submit", invitation);
  const standing = await readStanding(db, invitation);
  return { cover, checksum: instrument.checksum, roundId: invitation.round_id, standing, maySubmit };
}

/** A fault of an answer, or an answer in two versions (`clash`), with the way to its question. `title` is the question's text. */
export type Finding = {
  code: string;
  message: string | null;
  page: string;
  question: string;
  title: { de: string; en?: string };
};

export type Review = {
  cover: Cover;
  /** with what was answered in the wave before, where that was something else */
  pages: SheetPage[];
  progress: PageProgress[];
  /** null where there is no earlier wave to compare with */
  comparison: { wave: string; changed: number; compared: number } | null;
  findings: Finding[];
  hidden: number;
  seq: number;
  maySubmit: boolean;
  signing: SigningOff;
  /** why it is open again, or a draft again */
  step: StepBack | null;
};

/** The whole questionnaire as it stands, with everything that keeps it from being submitted. Anonymous rounds keep no draft: not-found. */
export async function reviewSheet(
  db: Db,
  checking: CheckingPool,
  viewer: Respondent,
  invitationId: string,
  locale: Locale = viewer.locale,
): Promise<Review> {
  const invitation = await getInvitation(db, viewer, invitationId, "invitation.read");
  if (invitation.privacy === "anonymous") throw new Problem("not-found");
  const instrument = await getInstrument(db, invitation);
  const { definition } = instrument;
  const { draft, checked } = await checkDraft(db, checking, invitation, instrument, locale);
  const undecided = await readUndecided(db, invitation, checked.unasked);
  const findings = [
    ...undecided.map((name) => findingAt(definition, name, { code: "clash", message: null })),
    ...checked.problems.map(({ code, path, detail }) => {
      const name = String(path.split("/")[1] ?? "")
        .replaceAll("~1", "/")
        .replaceAll("~0", "~");
      return findingAt(definition, name, {
        code,
        message: typeof detail?.message === "string" ? detail.message : null,
      });
    }),
  ];
  const cells = cellsOf(definition, draft.answers, checked.invisible);
  const pages = answerSheet(definition, cells, checked.unasked);
  const previous = await readPreviousWave(db, invitation);
  const compared = previous && compareWaves(pages, cells, previous);
  return {
    cover: coverOf(invitation, instrument),
    pages: compared?.pages ?? pages,
    progress: progressByPage(pages),
    comparison: compared ? { wave: previous.wave, changed: compared.changed, compared: compared.compared } : null,
    findings,
    hidden: checked.invisible.length,
    seq: draft.seq,
    maySubmit: mayWith(viewer, "response.submit", invitation),
    signing: await readSigningOff(db, viewer, invitation, draft.seq),
    step: await readLastStep(db, invitation),
  };
}

function findingAt(definition: Definition, name: string, what: Pick<Finding, "code" | "message">): Finding {
  const asked = name.replace(/-Comment$/, "");
  const question = definition.level.byName.get(asked)?.[0];
  return {
    ...what,
    page: pageOfQuestion(definition, asked) ?? "",
    question: question?.alias ?? name,
    title: question?.title ?? { de: name },
  };
}

async function readUndecided(db: Db, invitation: InvitationRow, unasked: readonly string[]): Promise<string[]> {
  const { round_id: roundId, response_id: responseId } = invitation;
  return responseId ? questionsInClash(db, { roundId, responseId }, unasked) : [];
}

/**
 * What was submitted with its receipt: the version that counts, or the one of a `number`; a draft left at closing comes
 * without a receipt. Of anonymous rounds there is nothing. Throws not-found.
 */
export async function readSubmitted(db: Db, viewer: Respondent, invitationId: string, number?: number) {
  const invitation = await getInvitation(db, viewer, invitationId, "invitation.read");
  if (invitation.privacy === "anonymous") throw new Problem("not-found");
  const instrument = await getInstrument(db, invitation);
  const submission = await findSubmitted(db, invitation, number);
  const { versions, steps } = await readVersions(db, invitation);
  const answers = submission?.answers ?? (await readDraft(db, invitation)).answers;
  return {
    cover: coverOf(invitation, instrument),
    pages: answerSheet(
      instrument.definition,
      cellsOf(instrument.definition, answers, submission?.invisible ?? []),
      conditionalUnanswered(instrument.definition, answers),
    ),
    versions,
    steps,
    maySubmit: mayWith(viewer, "response.submit", invitation),
    naming: await readNaming(db, invitation),
    roundId: invitation.round_id,
    receipt: submission
      ? {
          version: submission.number,
          fate: versions.find((one) => one.number === submission.number)?.fate ?? "counts",
          number: submission.receipt,
          checksum: submission.checksum,
          submittedAt: submission.submitted_at,
          submittedBy: submission.submitted_by,
        }
      : null,
  };
}

/** The submission that counts, or the one of a number, whatever became of it. */
async function findSubmitted(db: Db, invitation: InvitationRow, number: number | undefined) {
  const { round_id: roundId, response_id: responseId } = invitation;
  if (number === undefined) {
    return responseId && isCounting(invitation) ? findLatestSubmission(db, { roundId, responseId }) : undefined;
  }
  const found = responseId ? await findNumberedSubmission(db, { roundId, responseId }, number) : undefined;
  if (!found) throw new Problem("not-found");
  return found;
}

/** Questions with a condition and without an answer: once submitted, nobody misses them. */
export function conditionalUnanswered({ level }: Definition, answers: JsonObject): string[] {
  return level.questions
    .filter(({ source, name }) => source.visibleIf !== undefined && isEmpty(answers[name]))
    .map((question) => question.alias);
}

/** The receipt; without a submission there is none. */
export async function readReceipt(db: Db, viewer: Respondent, invitationId: string, number?: number) {
  const { cover, receipt, versions } = await readSubmitted(db, viewer, invitationId, number);
  if (!receipt) throw new Problem("not-found");
  return { cover, receipt, several: versions.length > 1 };
}

/** The questionnaire without answers, for the team meeting. */
export async function readBlank(db: Db, viewer: Respondent, invitationId: string) {
  const invitation = await getInvitation(db, viewer, invitationId, "invitation.read");
  const instrument = await getInstrument(db, invitation);
  return { cover: coverOf(invitation, instrument), pages: answerSheet(instrument.definition, []) };
}

import { randomBytes, randomUUID } from "node:crypto";
import { type Db, type Tx, transact } from "#db/client.server.ts";
import { insertAudit } from "#db/queries/audit.server.ts";
import { allowPauses } from "#db/queries/pauses.server.ts";
import { insertRespondents } from "#db/queries/release-respondents.server.ts";
import type { RunProgress } from "#db/queries/release-runs.server.ts";
import { insertRelease } from "#db/queries/releases.server.ts";
import { keepRoundingKey } from "#db/queries/rounding-keys.server.ts";
import * as rounds from "#db/queries/rounds.server.ts";
import { UNLISTED } from "#db/queries/statistics.server.ts";
import { readDefinition } from "#surveys/definition.ts";
import { releaseHints } from "#surveys/release-hints.ts";
import { textsOf } from "../../locales/index.ts";
import { checksumOf } from "../canonical.server.ts";
import type { Jobs } from "../mail/enqueue.server.ts";
import { queueResults } from "../mail/round-mails.server.ts";
import { bandCodes } from "./bands.ts";
import { attributesFor, formBreakdowns, inBoth } from "./breakdowns.ts";
import { withCodedTexts } from "./coded-texts.server.ts";
import { countAnswers } from "./count-answers.server.ts";
import { freeze, type ReleasedItem } from "./figures.ts";
import { freezeTies } from "./freeze-ties.server.ts";
import { addPanel } from "./make-panel.server.ts";
import { METHOD } from "./method.ts";
import { openRelease, type ReleaseKind } from "./releasable.server.ts";
import { quotesOf } from "./release-quotes.server.ts";

const KEY_BYTES = 32;
const AUDITED = { interim: "release.interim", final: "release.make", correction: "release.correct" } as const;

type Making = {
  roundId: string;
  actorId: string | null;
  now: Date;
  /** `final` by default */
  kind?: ReleaseKind;
  /** of a correction: why it is made, up to 200 characters that everybody reads */
  reason?: string | null;
  /** the id that the release gets, for who has to find out whether it was made */
  releaseId?: string;
  /** with it, everybody who answered is thanked for a final release and told of it */
  jobs?: Jobs;
  /** told how far it is, while it is made */
  onProgress?: (progress: RunProgress) => void;
};

/**
 * Makes a release: counts the submitted responses, freezes what rule 2 allows, and moves a closed round on. All or nothing.
 * The parts depend on the answers and on the key of the round, which is made at its first release and kept: made again from
 * the same data they are the same.
 *
 * The final release is made once per closed round. An interim one counts an open round at one moment, while people go on
 * answering: protected totals and nothing else, two at most, and only where enough respondents are new or answered otherwise
 * since the one before. A correction counts a released round anew and names the release that it corrects: protected totals,
 * where enough respondents were erased since. Throws like `openRelease`.
 */
export function makeRelease(db: Db | Tx, making: Making): Promise<{ releaseId: string }> {
  const { kind = "final", releaseId = randomUUID() } = making;
  const reading = kind === "interim" ? "snapshot" : "committed";
  return transact(db, (tx) => make(tx, { onProgress: () => {}, ...making, kind, releaseId }), reading);
}

type Made = Making & Required<Pick<Making, "kind" | "releaseId" | "onProgress">>;

async function make(tx: Tx, { roundId, kind, reason, releaseId, actorId, now, jobs, onProgress }: Made) {
  await allowPauses(tx);
  onProgress({ stage: "grouping", done: 0, total: 0 });
  const { round, rule, respondents, number, corrects } = await openRelease(tx, roundId, kind, { locked: true });
  const { definition } = readDefinition(round.definition);
  if (!definition) throw new Error(`Version ${round.version_id} was published although it cannot be read.`);
  const hints = releaseHints(definition);
  const asked = definition.items.filter(hints.isReleased).map((item): ReleasedItem => {
    const unlisted = hints.isRoster(item) ? inBoth((locale) => textsOf(locale).attributes.rosterNames) : undefined;
    const bands = hints.bandsOf(item);
    return { ...item, ...(bands && { bands, codes: bandCodes(bands) }), polarity: hints.polarityOf(item), unlisted };
  });
  // The desk codes rounds that are over.
  const { items, cells } =
    kind === "interim" ? { items: asked, cells: [] } : await withCodedTexts(tx, roundId, asked, rule);
  const attributes = kind === "final" ? attributesFor(round.privacy, hints.excludedBreakdowns) : [];
  const groups = formBreakdowns(respondents, attributes, rule);
  const fresh = { round_id: roundId, key_id: randomUUID(), key: randomBytes(KEY_BYTES), made_at: now };
  const { key, key_id } = await keepRoundingKey(tx, fresh);
  const secret = { key, respondents };
  onProgress({ stage: "counting", done: 0, total: 0 });
  const mayCompare = kind === "final" && round.privacy !== "anonymous" && round.audience.kind !== "link";
  const counting = { roundId, items, groups, secret, cells };
  const answers = await countAnswers(tx, mayCompare ? { ...counting, withBlanks: true } : counting);
  const unlisted = { code: UNLISTED, label: inBoth((locale) => textsOf(locale).attributes.unlisted) };
  const broken = freeze(items, groups, answers, rule, unlisted, secret, (done) =>
    onProgress({ stage: "checking", done, total: items.length }),
  );
  const dated = { ...round, round_id: roundId, closed_at: round.closed_at ?? now, made_at: now };
  const frozen = mayCompare
    ? await addPanel(tx, { round: dated, rule, asked, groups, answers, secret, unlisted, frozen: broken })
    : broken;
  onProgress({ stage: "writing", done: 0, total: 0 });
  const isNamed = kind === "final" && round.privacy === "named";
  const network = isNamed ? await freezeTies(tx, roundId, hints, rule) : null;
  const parts = { ...frozen, quotes: await quotesOf(tx, roundId, frozen.items, key), ...(network && { network }) };

  const facts = {
    round_id: roundId,
    number,
    method: METHOD,
    rule,
    key_id,
    questionnaire: round.questionnaire,
    version: round.version,
    version_checksum: round.version_checksum,
    title: round.title,
    wave: round.wave,
    privacy: round.privacy,
    closed_at: round.closed_at ?? now,
    invited: await rounds.countAsked(tx, roundId),
    submitted: respondents.length,
    fictional: round.fictional,
    respondents: round.audience.kind === "link" ? ("people" as const) : ("projects" as const),
  };
  const correction = { corrects, reason: corrects ? (reason ?? null) : null };
  const checksum = checksumOf({
    ...facts,
    ...(corrects && correction),
    closed_at: facts.closed_at.toISOString(),
    ...parts,
  });
  if (round.privacy !== "anonymous") {
    await insertRespondents(tx, { releaseId, roundId, withContent: kind === "interim" });
  }
  await insertRelease(
    tx,
    { ...facts, ...correction, release_id: releaseId, kind, made_at: now, made_by: actorId, checksum },
    parts,
  );
  if (kind === "final") await rounds.updateState(tx, roundId, "released");
  await insertAudit(tx, {
    actorId,
    verb: AUDITED[kind],
    object: "release",
    objectId: releaseId,
    detail: { roundId },
    at: now,
  });
  if (jobs && kind === "final") await queueResults(tx, jobs, releaseId, now);
  return { releaseId };
}

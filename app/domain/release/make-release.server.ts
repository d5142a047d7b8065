import { randomBytes, randomUUID } from "node:crypto";
import { type Db, type Tx, transact } from "#db/client.server.ts";
import { insertAudit } from "#db/queries/audit.server.ts";
import { insertRelease } from "#db/queries/releases.server.ts";
import { keepRoundingKey } from "#db/queries/rounding-keys.server.ts";
import * as rounds from "#db/queries/rounds.server.ts";
import { UNLISTED } from "#db/queries/statistics.server.ts";
import { readDefinition } from "#surveys/definition.ts";
import { releaseHints } from "#surveys/release-hints.ts";
import { textsOf } from "../../locales/index.ts";
import { checksumOf } from "../canonical.server.ts";
import { compositionOf, ruleFor, satisfies } from "../disclosure/rule.ts";
import type { Jobs } from "../mail/enqueue.server.ts";
import { queueResults } from "../mail/round-mails.server.ts";
import { Problem } from "../problem.ts";
import { attributesFor, formBreakdowns, inBoth } from "./breakdowns.ts";
import { countAnswers, readRespondents } from "./count-answers.server.ts";
import { freeze, type ReleasedItem } from "./figures.ts";

/** How figures are made; goes up when the same answers would give other figures. */
const METHOD = 2;

const KEY_BYTES = 32;

/** With `jobs`, everybody who answered is thanked and told. */
type Making = { roundId: string; actorId: string | null; now: Date; jobs?: Jobs };

/**
 * Makes the final release of a closed round: counts the submitted responses, freezes what rule 2 allows, and moves the
 * round on. All or nothing, once per round. The checksum depends on the answers and on the key of the round, which is made
 * here and kept: made again from the same data it is the same. Throws not-found, round-not-closed, already-released, too-few-respondents.
 */
export function makeRelease(db: Db | Tx, { roundId, actorId, now, jobs }: Making): Promise<{ releaseId: string }> {
  return transact(db, async (tx) => {
    const round = await rounds.lockRound(tx, roundId);
    if (!round || round.state === "draft") throw new Problem("not-found");
    if (round.state === "open" || !round.closed_at) throw new Problem("round-not-closed");
    if (round.state !== "closed") throw new Problem("already-released");

    const rule = ruleFor(round);
    const respondents = await readRespondents(tx, roundId);
    if (!satisfies(rule, compositionOf(respondents.map((one) => one.organisation)))) {
      throw new Problem("too-few-respondents");
    }
    const { definition } = readDefinition(round.definition);
    if (!definition) throw new Error(`Version ${round.version_id} was published although it cannot be read.`);
    const hints = releaseHints(definition);
    const items = definition.items.filter(hints.isReleased).map((item): ReleasedItem => {
      const unlisted = hints.isRoster(item) ? inBoth((locale) => textsOf(locale).attributes.rosterNames) : undefined;
      return { ...item, polarity: hints.polarityOf(item), unlisted };
    });
    const groups = formBreakdowns(respondents, attributesFor(round.privacy, hints.excludedBreakdowns), rule);
    const fresh = { round_id: roundId, key_id: randomUUID(), key: randomBytes(KEY_BYTES), made_at: now };
    const { key, key_id } = await keepRoundingKey(tx, fresh);
    const secret = { key, respondents };
    const counted = await countAnswers(tx, { roundId, items, groups, secret });
    const unlisted = { code: UNLISTED, label: inBoth((locale) => textsOf(locale).attributes.unlisted) };
    const parts = freeze(items, groups, counted, rule, unlisted, secret);

    const facts = {
      round_id: roundId,
      number: 1,
      method: METHOD,
      rule,
      key_id,
      questionnaire: round.questionnaire,
      version: round.version,
      version_checksum: round.version_checksum,
      title: round.title,
      wave: round.wave,
      privacy: round.privacy,
      closed_at: round.closed_at,
      invited: await rounds.countAsked(tx, roundId),
      submitted: respondents.length,
      fictional: round.fictional,
      respondents: round.audience.kind === "link" ? ("people" as const) : ("projects" as const),
    };
    const releaseId = randomUUID();
    const checksum = checksumOf({ ...facts, closed_at: facts.closed_at.toISOString(), ...parts });
    await insertRelease(
      tx,
      { ...facts, release_id: releaseId, kind: "final", corrects: null, made_at: now, made_by: actorId, checksum },
      parts,
    );
    await rounds.updateState(tx, roundId, "released");
    await insertAudit(tx, {
      actorId,
      verb: "release.make",
      object: "release",
      objectId: releaseId,
      detail: { roundId },
      at: now,
    });
    if (jobs) await queueResults(tx, jobs, releaseId, now);
    return { releaseId };
  });
}

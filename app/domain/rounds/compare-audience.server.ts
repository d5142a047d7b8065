import type { Db, Tx } from "#db/client.server.ts";
import { listComparedRounds, listInvited, type RoundSetup } from "#db/queries/round-setup.server.ts";
import { type AudienceMember, failingDifferences } from "../disclosure/audience.ts";
import { ruleFor } from "../disclosure/rule.ts";
import type { Fault } from "../problem.ts";
import { yearBefore } from "./wall-clock.ts";

/**
 * A fault `audience-differs` for the other rounds of the questionnaire within twelve months from which this audience
 * differs by a set that fails rule 2: it names the round and the size of the set, never a project. Named rounds are not
 * held to it. The stricter rule of the two rounds counts.
 */
export async function differenceFaults(
  db: Db | Tx,
  round: Pick<RoundSetup, "round_id" | "questionnaire_id" | "privacy" | "strict">,
  members: readonly AudienceMember[],
  opensAt: Date,
): Promise<Fault[]> {
  if (round.privacy === "named") return [];
  const others = await listComparedRounds(db, {
    questionnaireId: round.questionnaire_id,
    roundId: round.round_id,
    since: yearBefore(opensAt),
  });
  if (others.length === 0) return [];
  const invited = Map.groupBy(
    await listInvited(
      db,
      others.map((other) => other.round_id),
    ),
    (one) => one.round_id,
  );
  return others.flatMap((other) => {
    const there = invited.get(other.round_id) ?? [];
    const rule = ruleFor({ strict: round.strict || other.strict });
    return failingDifferences(members, there, rule).map(({ side, size }) => ({
      code: "audience-differs",
      path: "/audience",
      detail: {
        side,
        size,
        round: `${other.title.de} ${other.wave}`,
        roundEn: `${other.title.en ?? other.title.de} ${other.wave}`,
        minimum: rule.minimum,
        organisations: rule.organisations,
      },
    }));
  });
}

import type { Db } from "#db/client.server.ts";
import { findSetup } from "#db/queries/round-setup.server.ts";
import { readDefinition } from "#surveys/definition.ts";
import { Problem } from "../problem.ts";
import { type Cover, type RoundCover, roundCover } from "../responses/open-sheet.server.ts";

export type RoundPreview = {
  roundId: string;
  isDraft: boolean;
  /** of the version, to find its definition */
  questionnaire: string;
  version: number;
  /** the cover as respondents see it while the round is open */
  sheet: RoundCover & Pick<Cover, "kind">;
};

/** A round as its respondents see it, before it is opened or afterwards. Nothing is noted. Throws not-found. */
export async function readRoundPreview(db: Db, roundId: string): Promise<RoundPreview> {
  const setup = await findSetup(db, roundId);
  if (!setup) throw new Problem("not-found");
  const { definition } = readDefinition(setup.definition);
  if (!definition) throw new Error(`Version ${setup.version_id} was published although it cannot be read.`);
  const kind = setup.audience.kind === "link" ? "personal" : "project";
  return {
    roundId,
    isDraft: setup.state === "draft",
    questionnaire: setup.questionnaire,
    version: setup.version,
    sheet: { ...roundCover({ ...setup, round_state: "open" }, { definition }), open: true, kind },
  };
}

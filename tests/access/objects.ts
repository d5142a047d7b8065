import type { Db } from "#db/client.server.ts";
import { findDemoAccount } from "#db/queries/accounts.server.ts";

/** One object of each kind that addresses name: of the lead's and member's own project, and of another one. */
export type Objects = {
  roundId: string;
  foreignRoundId: string;
  checksum: string;
  /** open, begun */
  invitationId: string;
  /** of a round that is over */
  submittedId: string;
  foreignInvitationId: string;
  foreignSubmittedId: string;
  releaseId: string;
};

/** Chooses objects of the sample network; makes a round that the lead's project was not asked in. */
export async function findObjects(db: Db): Promise<Objects & { accounts: Record<"lead" | "coordination", string> }> {
  const lead = (await findDemoAccount(db, "lead")) as string;
  const coordination = (await findDemoAccount(db, "coordination")) as string;
  const { project_id: projectId } = await db
    .selectFrom("membership")
    .select("project_id")
    .where("account_id", "=", lead)
    .executeTakeFirstOrThrow();
  const sheets = await db
    .selectFrom("invitation")
    .innerJoin("round", "round.round_id", "invitation.round_id")
    .innerJoin("version", "version.version_id", "round.version_id")
    .leftJoin("response", "response.invitation_id", "invitation.invitation_id")
    .select(["invitation.invitation_id", "invitation.project_id", "round.round_id", "version.checksum"])
    .select(["round.state", "response.state as progress"])
    .where("round.privacy", "=", "confidential")
    .orderBy("round.opens_at", "desc")
    .execute();
  const choose = (own: boolean, fits: (sheet: (typeof sheets)[number]) => boolean) => {
    const found = sheets.find((sheet) => (sheet.project_id === projectId) === own && fits(sheet));
    if (!found) throw new Error("the sample has no such sheet");
    return found;
  };
  const open = choose(true, (sheet) => sheet.state === "open" && sheet.progress !== "submitted");
  const foreign = choose(false, (sheet) => sheet.round_id === open.round_id && sheet.progress !== "submitted");
  const submitted = (sheet: (typeof sheets)[number]) => sheet.state === "released" && sheet.progress === "submitted";
  const { release_id: releaseId } = await db.selectFrom("release").select("release_id").executeTakeFirstOrThrow();
  return {
    roundId: open.round_id,
    foreignRoundId: await copyRound(db, open.round_id),
    checksum: open.checksum,
    invitationId: open.invitation_id,
    submittedId: choose(true, submitted).invitation_id,
    foreignInvitationId: foreign.invitation_id,
    foreignSubmittedId: choose(false, submitted).invitation_id,
    releaseId,
    accounts: { lead, coordination },
  };
}

/** The same round once more, to which nobody is invited. */
async function copyRound(db: Db, roundId: string): Promise<string> {
  const round = await db.selectFrom("round").selectAll().where("round_id", "=", roundId).executeTakeFirstOrThrow();
  const copy = { ...round, round_id: crypto.randomUUID(), title: JSON.stringify(round.title) };
  await db
    .insertInto("round")
    .values({ ...copy, roster: "[]", audience: JSON.stringify(round.audience) } as never)
    .execute();
  return copy.round_id;
}

import type { Tx } from "#db/client.server.ts";

/** Tells every browser of the team that something changed beside the answers: once the transaction commits. */
export async function tellTeam(_tx: Tx, _invitationId: string): Promise<void> {}

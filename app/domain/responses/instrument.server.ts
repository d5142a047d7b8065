import type { Db, Tx } from "#db/client.server.ts";
import { listInvitations } from "#db/queries/invitations.server.ts";
import { findVersion } from "#db/queries/versions.server.ts";
import { type Definition, readDefinition } from "#surveys/definition.ts";
import type { JsonObject } from "#surveys/json.ts";
import { hasRoster, type RosterChoice, withRoster } from "#surveys/roster.ts";
import { checksumOf } from "../canonical.server.ts";
import { Problem } from "../problem.ts";
import { projectsWith, type Viewer } from "../viewer.ts";

/** What is asked in one round: the version's definition with the round's roster in it. */
export type Instrument = { name: string; version: number; definition: Definition; json: string; checksum: string };

const KEPT = 200;
const known = new Map<string, Instrument>();

/** The instrument of a round. Version and roster are frozen when it opens, so it is read once per process. */
export async function getInstrument(
  db: Db | Tx,
  round: { round_id: string; version_id: string; roster: RosterChoice[] },
): Promise<Instrument> {
  const cached = known.get(round.round_id);
  if (cached) return cached;
  const version = await findVersion(db, round.version_id);
  if (!version) throw new Problem("not-found");
  const published = version.definition as JsonObject;
  const source = hasRoster(published) ? withRoster(published, round.roster) : published;
  const { definition } = readDefinition(source);
  if (!definition) throw new Error(`Version ${version.version_id} was published although it cannot be read.`);
  const instrument = {
    name: version.name,
    version: version.number,
    definition,
    json: JSON.stringify(source),
    checksum: source === published ? version.checksum : checksumOf(source),
  };
  if (known.size >= KEPT) known.delete(known.keys().next().value as string);
  known.set(round.round_id, instrument);
  return instrument;
}

/** The definition as JSON text to hand to a browser, for people who are invited to the round. Another checksum than its own is a 404. */
export async function getRoundDefinition(db: Db, viewer: Viewer, roundId: string, checksum: string): Promise<string> {
  const invitations = await listInvitations(db, projectsWith(viewer, "invitation.read"));
  const round = invitations.find((invitation) => invitation.round_id === roundId);
  const instrument = round && (await getInstrument(db, round));
  if (!instrument || instrument.checksum !== checksum) throw new Problem("not-found");
  return instrument.json;
}

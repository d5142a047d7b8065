import type { Db, Tx } from "#db/client.server.ts";
import { listInvitations, listInvitationsOfGuest } from "#db/queries/invitations.server.ts";
import { findVersion } from "#db/queries/versions.server.ts";
import { type Definition, readDefinition } from "#surveys/definition.ts";
import type { JsonObject } from "#surveys/json.ts";
import { hasRoster, type RosterChoice, rosterFor, withRoster } from "#surveys/roster.ts";
import { checksumOf } from "../canonical.server.ts";
import { Problem } from "../problem.ts";
import { projectsWith } from "../viewer.ts";
import type { Respondent } from "./access.server.ts";

/** What is asked in one round: the version's definition with the round's roster in it. */
export type Instrument = {
  name: string;
  version: number;
  definition: Definition;
  json: string;
  checksum: string;
  /** the version whose wording this one corrects */
  amends: string | null;
};

/** With a roster there is one per project; each takes about 200 KB. */
const KEPT = 400;
const known = new Map<string, Instrument>();

/**
 * The instrument of a round. The roster is frozen when it opens, and so is the version but for a correction of its wording,
 * so each is read once per process. Answers given before a correction stay valid: its items are identical.
 */
export async function getInstrument(
  db: Db | Tx,
  round: { round_id: string; version_id: string; roster: RosterChoice[]; project_id?: string | null },
): Promise<Instrument> {
  // Nobody names the own project: who stands in the roster gets a list without it.
  const own = round.roster.find((choice) => choice.value === round.project_id)?.value ?? "";
  // A draft has no roster yet, and what is printed of it must not be what is filled in later.
  const key = `${round.round_id} ${round.version_id} ${round.roster.length} ${own}`;
  const cached = known.get(key);
  if (cached) return cached;
  const version = await findVersion(db, round.version_id);
  if (!version) throw new Problem("not-found");
  const published = version.definition as JsonObject;
  const source = hasRoster(published) ? withRoster(published, rosterFor(round.roster, own)) : published;
  const { definition } = readDefinition(source);
  if (!definition) throw new Error(`Version ${version.version_id} was published although it cannot be read.`);
  const instrument = {
    name: version.name,
    version: version.number,
    definition,
    json: JSON.stringify(source),
    checksum: source === published ? version.checksum : checksumOf(source),
    amends: version.amends,
  };
  if (known.size >= KEPT) known.delete(known.keys().next().value as string);
  known.set(key, instrument);
  return instrument;
}

/**
 * The definition as JSON text to hand to a browser, for those who are invited to the round. A page that was loaded before the
 * wording was corrected asks for the version before: it gets that one. Any other checksum is a 404.
 */
export async function getRoundDefinition(
  db: Db,
  respondent: Respondent,
  roundId: string,
  checksum: string,
): Promise<string> {
  const invitations = [
    ...(await listInvitations(db, projectsWith(respondent, "invitation.read"))),
    ...(await listInvitationsOfGuest(db, respondent.guestOf ?? [])),
  ];
  // Who answers for several projects has a list for each of them.
  for (const invitation of invitations.filter((one) => one.round_id === roundId)) {
    for (let version: string | null = invitation.version_id; version !== null; ) {
      const instrument: Instrument = await getInstrument(db, { ...invitation, version_id: version });
      if (instrument.checksum === checksum) return instrument.json;
      version = instrument.amends;
    }
  }
  throw new Problem("not-found");
}

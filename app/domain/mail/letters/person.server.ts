import type { Db, Tx } from "#db/client.server.ts";
import { type Addressee, findMailRound, listAddressees } from "#db/queries/addressees.server.ts";
import { findGuest, findReachable, listInvitationFacts } from "#db/queries/letters.server.ts";
import type { MailRow } from "#db/queries/mail.server.ts";
import { formatList, textIn } from "../../../format.ts";
import { paths } from "../../../paths.ts";
import { invitationToken } from "../../links/tokens.server.ts";
import type { Desk } from "./kind.ts";

/** Who is written to; `name` may be unknown of people by link. */
export type Person = { address: string; name: string | null; locale: "de" | "en" };

/** Where a person is reached now: an account, or the address of an invitation. Undefined when nowhere. */
export async function findPerson(db: Db | Tx, { accountId, invitationId }: Addressee): Promise<Person | undefined> {
  if (accountId) return findReachable(db, accountId);
  const guest = await findGuest(db, invitationId);
  return guest?.address ? { ...guest, address: guest.address } : undefined;
}

/** Where a person fills in: by their own link without an account, after signing in with one. */
export function fillUrl(desk: Desk, accountId: string | null, open: readonly { invitation_id: string }[]): string {
  const [first] = open;
  if (first && !accountId) return guestUrl(desk, first.invitation_id);
  return `${desk.origin}${first && open.length === 1 ? paths.invitation(first.invitation_id) : paths.invitations()}`;
}

/** A person's own link. It is derived, so it stands in no table. */
export function guestUrl({ origin, secret }: Desk, invitationId: string): string {
  return `${origin}${paths.guestLink(invitationToken(secret, invitationId))}`;
}

/**
 * What a mail about a round is about at this moment: the person, the round, and those of their invitations that are
 * still to be answered. Undefined when there is nothing left to write about: the round takes no answers, everything was
 * answered or declined, the person cannot be reached or does not speak for the project any more.
 */
export async function findRoundMail(db: Db | Tx, desk: Desk, mail: MailRow) {
  if (!mail.round_id || !mail.invitation_id) return undefined;
  const addressee: Addressee = { accountId: mail.account_id, invitationId: mail.invitation_id };
  const [round, person] = [await findMailRound(db, mail.round_id), await findPerson(db, addressee)];
  const now = desk.now?.() ?? new Date();
  if (!round || !person || round.state !== "open" || round.closes_at <= now) return undefined;
  const only = mail.account_id ? { accountId: mail.account_id } : { invitationIds: [mail.invitation_id] };
  const ids = (await listAddressees(db, mail.round_id, only)).map((one) => one.invitationId);
  const facts = ids.length > 0 ? await listInvitationFacts(db, ids) : [];
  const open = facts.filter((one) => !one.answered && !one.declined_at);
  return open.length > 0 ? { round, person, open, now } : undefined;
}

type RoundMail = NonNullable<Awaited<ReturnType<typeof findRoundMail>>>;

/** What invitations and reminders say alike. */
export function roundValues({ round, person, open }: RoundMail) {
  const projects = open.flatMap(({ project }) => project ?? []);
  return {
    name: person.name ?? "",
    erhebung: `${textIn(round.title, person.locale)} ${round.wave}`,
    projekt: formatList(projects, person.locale),
  };
}

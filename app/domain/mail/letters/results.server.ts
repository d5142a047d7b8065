import { findMailRound } from "#db/queries/addressees.server.ts";
import { findReleaseRound, listParts } from "#db/queries/letters.server.ts";
import { formatCount, textIn } from "../../../format.ts";
import { type Texts, textsOf } from "../../../locales/index.ts";
import { paths } from "../../../paths.ts";
import { may } from "../../roles.ts";
import { writeFromTemplate } from "../templates.server.ts";
import type { LetterKind } from "./kind.ts";
import { findPerson, guestUrl } from "./person.server.ts";

/**
 * Thanks for taking part, once the round's release is made. Whoever may read releases gets there; projects come to what they
 * sent in beside it, people by link back to what they sent in.
 */
export const results: LetterKind = {
  repeatable: false,
  async prepare(db, desk, mail) {
    const { account_id: accountId, invitation_id: invitationId, round_id: roundId } = mail;
    if (!invitationId || !roundId) return undefined;
    const releaseId = mail.subject_ids.releaseId ?? "";
    const [release, round] = [await findReleaseRound(db, releaseId), await findMailRound(db, roundId)];
    const person = await findPerson(db, { accountId, invitationId });
    if (!release || !round || !person) return undefined;
    const t = textsOf(person.locale).mail;
    return {
      to: person.address,
      async write(tx) {
        const reads = accountId !== null && may(await listParts(tx, accountId), "release.read");
        const own = round.privacy === "anonymous" ? { url: paths.invitations() } : mirrorOf(invitationId, t);
        const link = reads
          ? { label: t.links.release, url: `${desk.origin}${paths.release(releaseId)}` }
          : accountId
            ? { ...own, url: `${desk.origin}${own.url}` }
            : { url: guestUrl(desk, invitationId) };
        const count = (n: number) => formatCount(n, person.locale);
        const values = {
          name: person.name ?? "",
          erhebung: `${textIn(release.title, person.locale)} ${release.wave}`,
          beteiligung: t.turnout(count(release.submitted), release.invited === null ? null : count(release.invited)),
        };
        return { letter: await writeFromTemplate(tx, "results", person.locale, values, link) };
      },
    };
  },
};

const mirrorOf = (invitationId: string, t: Texts["mail"]) => ({
  label: t.links.mirror,
  url: paths.mirror(invitationId),
});

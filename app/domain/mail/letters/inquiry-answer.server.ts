import type { Db, Tx } from "#db/client.server.ts";
import { findInquiry, type InquiryRow } from "#db/queries/inquiries.server.ts";
import { listParts } from "#db/queries/letters.server.ts";
import { paths } from "../../../paths.ts";
import { may } from "../../roles.ts";
import { writeFromTemplate } from "../templates.server.ts";
import { inquiryValues } from "./inquiry-values.server.ts";
import type { LetterKind } from "./kind.ts";
import { findPerson, guestUrl } from "./person.server.ts";

/** Brings the coordination's answer to whoever asked: to their account, or to the address of their invitation. */
export const inquiryAnswer: LetterKind = {
  repeatable: false,
  async prepare(db, desk, mail) {
    const asked = await findInquiry(db, mail.subject_ids.inquiryId ?? "");
    const { answer, invitation_id: invitationId, author_id: accountId } = asked ?? {};
    if (!asked || !answer || !invitationId || !(await mayRead(db, asked))) return undefined;
    const person = await findPerson(db, { accountId: accountId ?? null, invitationId });
    if (!person) return undefined;
    const { locale, name } = person;
    return {
      to: person.address,
      async write(tx) {
        const values = { ...(await inquiryValues(tx, asked, locale)), name: name ?? "", antwort: answer };
        const url = accountId ? `${desk.origin}${paths.ask(invitationId)}` : guestUrl(desk, invitationId);
        return { letter: await writeFromTemplate(tx, "inquiry-answer", locale, values, { url }) };
      },
    };
  },
};

/** Who has left the project does not read on. A project's invitation has no address of its own. */
async function mayRead(db: Db | Tx, { author_id, project_id }: InquiryRow): Promise<boolean> {
  if (project_id === null) return true;
  return author_id !== null && may(await listParts(db, author_id), "invitation.read", project_id);
}

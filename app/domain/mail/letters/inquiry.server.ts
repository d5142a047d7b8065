import { findInquiry } from "#db/queries/inquiries.server.ts";
import { findReachable, listParts } from "#db/queries/letters.server.ts";
import { paths } from "../../../paths.ts";
import { may } from "../../roles.ts";
import { writeFromTemplate } from "../templates.server.ts";
import { inquiryValues } from "./inquiry-values.server.ts";
import type { LetterKind } from "./kind.ts";

/** Brings what a respondent asks to somebody of the coordination, as long as nobody has answered. */
export const inquiry: LetterKind = {
  repeatable: false,
  async prepare(db, { origin }, mail) {
    const { account_id: accountId, subject_ids } = mail;
    const asked = await findInquiry(db, subject_ids.inquiryId ?? "");
    const person = accountId ? await findReachable(db, accountId) : undefined;
    if (!accountId || !person || !asked?.text || asked.closed_at) return undefined;
    if (!may(await listParts(db, accountId), "inquiry.answer")) return undefined;
    const { locale } = person;
    return {
      to: person.address,
      async write(tx) {
        const values = {
          ...(await inquiryValues(tx, asked, locale)),
          name: person.name,
          projekt: asked.project ?? asked.guest ?? "",
        };
        const link = { url: `${origin}${paths.round(asked.round_id)}#fragen` };
        return { letter: await writeFromTemplate(tx, "inquiry", locale, values, link) };
      },
    };
  },
};

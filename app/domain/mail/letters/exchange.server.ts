import { findExchangeContact, findLastExchangeStep } from "#db/queries/exchange.server.ts";
import { findReachable, listParts } from "#db/queries/letters.server.ts";
import { textsOf } from "../../../locales/index.ts";
import { paths } from "../../../paths.ts";
import { may } from "../../roles.ts";
import { fixedLetter } from "../fixed-letter.ts";
import type { LetterKind } from "./kind.ts";

/**
 * Says to a project's lead that another project asks for an exchange. Who that is stands on the page, not in the mail. Dropped
 * when the project has withdrawn what it said, and when the person leads it no more.
 */
export const exchange: LetterKind = {
  repeatable: false,
  async prepare(db, desk, mail) {
    const accountId = mail.account_id;
    const contact = await findExchangeContact(db, mail.subject_ids.contactId ?? "");
    if (!accountId || !contact) return undefined;
    const projectId = contact.to_project;
    if (!(await findLastExchangeStep(db, projectId))?.published) return undefined;
    if (!may(await listParts(db, accountId), "exchange.edit", projectId)) return undefined;
    const person = await findReachable(db, accountId);
    if (!person) return undefined;
    const t = textsOf(person.locale).mail.exchange;
    return {
      to: person.address,
      write: async () => ({
        letter: fixedLetter(person.locale, t.subject, [
          { kind: "text", text: t.intro },
          { kind: "link", label: t.link, url: `${desk.origin}${paths.exchange({ projekt: projectId })}` },
          { kind: "text", text: t.stop },
        ]),
      }),
    };
  },
};

import { Problem } from "../domain/problem.ts";
import { changesSchema } from "../domain/responses/changes-schema.ts";
import { chargeEdits } from "../domain/responses/edit-flood.ts";
import { saveChanges } from "../domain/responses/save-changes.server.ts";
import { parseJson } from "../http/form.server.ts";
import { paths } from "../paths.ts";
import { type Endpoint, json } from "./endpoint.server.ts";
import { findSheet } from "./sheet.server.ts";

/** Saves edits of one response: JSON in, what became of each edit out. */
export const changes: Endpoint = {
  name: "changes",
  method: "POST",
  path: paths.changes(":invitationId"),
  answer: async (call) => {
    const { respondent, invitation, invitationId } = await findSheet(call, "response.edit");
    const { as, operations } = await parseJson(call.request, changesSchema);
    if (as && as !== respondent.accountId) throw new Problem("other-person");
    chargeEdits(respondent, invitationId, operations.length);
    return json(await saveChanges(call.app.db, respondent, invitation, operations));
  },
};

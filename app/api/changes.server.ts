import { Problem } from "../domain/problem.ts";
import { changesSchema } from "../domain/responses/changes-schema.ts";
import { saveChanges } from "../domain/responses/save-changes.server.ts";
import { parseJson } from "../http/form.server.ts";
import { paths } from "../paths.ts";
import { type Endpoint, json } from "./endpoint.server.ts";
import { createFlood } from "./flood.server.ts";
import { findSheet } from "./sheet.server.ts";

/** Somebody who types fast makes a few hundred a minute; a browser that was away brings a long queue at once. */
const flood = createFlood({ perMinute: 3000, most: 5000 });

/** Saves edits of one response: JSON in, what became of each edit out. */
export const changes: Endpoint = {
  name: "changes",
  method: "POST",
  path: paths.changes(":invitationId"),
  answer: async (call) => {
    const { respondent, invitation, invitationId } = await findSheet(call, "response.edit");
    const { as, operations } = await parseJson(call.request, changesSchema);
    if (as && as !== respondent.accountId) throw new Problem("other-person");
    const wait = flood.take(respondent.accountId ?? invitationId, operations.length);
    if (wait > 0) throw new Problem("too-many-requests", { retryAfter: wait });
    return json(await saveChanges(call.app.db, respondent, invitation, operations));
  },
};

import { z } from "zod";
import { readPresent, readStanding } from "../domain/responses/read-response.server.ts";
import { paths } from "../paths.ts";
import { type Endpoint, json } from "./endpoint.server.ts";
import { findSheet } from "./sheet.server.ts";

const since = z.coerce.number().int().min(-1).max(Number.MAX_SAFE_INTEGER).catch(-1);

/** How a questionnaire stands: what is new since a step (`?seit=`), what clashes, who is here. */
export const standing: Endpoint = {
  name: "standing",
  method: "GET",
  path: paths.standing(":invitationId"),
  answer: async (call) => {
    const { invitation, invitationId } = await findSheet(call, "response.edit");
    const known = since.parse(new URL(call.request.url).searchParams.get("seit") ?? -1);
    const [read, people] = await Promise.all([
      readStanding(call.app.db, invitation, known),
      readPresent(call.app.db, invitationId),
    ]);
    return json({ ...read, people });
  },
};

import { streamSSE } from "hono/streaming";
import type { LiveEvent } from "../domain/live/hub.server.ts";
import { readSessionHash } from "../http/session.server.ts";
import { paths } from "../paths.ts";
import type { Endpoint } from "./endpoint.server.ts";
import { findSheet } from "./sheet.server.ts";

/** Keeps proxies from closing a stream on which nothing happens. */
const BEAT_MS = 15_000;

/** Server-sent events: that there is something new, and who is here. Ends when access is taken away. */
export const live: Endpoint = {
  name: "live",
  method: "GET",
  path: paths.live(":invitationId"),
  answer: async (call) => {
    const { respondent, invitation, invitationId } = await findSheet(call, "response.edit");
    const { accountId } = respondent;
    const person =
      accountId && invitation.project_id
        ? {
            accountId,
            projectId: invitation.project_id,
            sessionHash: (await readSessionHash(call.request, call.app)).toString("hex"),
          }
        : null;
    const response = streamSSE(call.http, async (stream) => {
      let leave: (() => void) | undefined;
      let beat: NodeJS.Timeout | undefined;
      await new Promise<void>((end) => {
        const send = (event: LiveEvent) => {
          const data = event.kind === "people" ? event.people : {};
          stream.writeSSE({ event: event.kind, data: JSON.stringify(data) }).catch(end);
        };
        leave = call.app.live.join({ invitationId, person, onEvent: send, onEnd: end });
        beat = setInterval(() => stream.write(": \n\n").catch(end), BEAT_MS);
        stream.onAbort(end);
        stream.write("retry: 1000\n\n").catch(end);
      });
      clearInterval(beat);
      leave?.();
    });
    response.headers.set("Cache-Control", "no-store, no-transform");
    response.headers.set("X-Accel-Buffering", "no");
    return response;
  },
};

import { paths } from "../../../paths.ts";
import type { Listen } from "./use-talk.ts";

/** Where streams are blocked, and for what happened while one was away. */
const EVERY_MS = 10_000;

/** Tells when somebody of the team said something, within a second where streams get through. */
export function listenTo(invitationId: string): Listen {
  return (tell) => {
    const stream = new EventSource(paths.live(invitationId));
    stream.addEventListener("talk", tell);
    const timer = setInterval(() => document.visibilityState === "visible" && tell(), EVERY_MS);
    return () => {
      stream.close();
      clearInterval(timer);
    };
  };
}

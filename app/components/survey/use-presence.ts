import { useEffect } from "react";
import { paths } from "../../paths.ts";

const BEAT_MS = 10_000;
/** Whoever moves through a page with the keyboard does not tell of every question. */
const SETTLE_MS = 200;

/** Tells colleagues that somebody is here, and at which question; says goodbye when the page goes away. */
export function usePresence(invitationId: string, client: string, isReady: boolean): void {
  useEffect(() => {
    if (!isReady) return;
    let place: string | null = null;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const url = paths.presence(invitationId);
    const say = (more: { gone?: true } = {}) => {
      const body = JSON.stringify({ client, place, ...more });
      const headers = { "Content-Type": "application/json" };
      // Without a network nobody is told, and nothing is lost by it.
      fetch(url, { method: "POST", headers, body, keepalive: more.gone === true }).catch(() => {});
    };
    const moved = (event: FocusEvent) => {
      const root = event.target instanceof Element ? event.target.closest<HTMLElement>("[data-name]") : null;
      const next = root?.dataset.name ?? null;
      if (next === place || next === null) return;
      place = next;
      clearTimeout(timer);
      timer = setTimeout(say, SETTLE_MS);
    };
    const beat = setInterval(() => document.visibilityState === "visible" && say(), BEAT_MS);
    const leave = () => say({ gone: true });
    document.addEventListener("focusin", moved);
    window.addEventListener("pagehide", leave);
    say();
    return () => {
      clearInterval(beat);
      clearTimeout(timer);
      document.removeEventListener("focusin", moved);
      window.removeEventListener("pagehide", leave);
      leave();
    };
  }, [invitationId, client, isReady]);
}

import { useSyncExternalStore } from "react";

/**
 * Whether this device keeps questionnaires and unsent edits. A cookie, not a storage: signing out empties the storage,
 * and who chose "nothing" at a shared computer has chosen it for the next person too.
 */
const COOKIE = "behalten";
const NO = "nein";
const YEAR_S = 31_536_000;

const listeners = new Set<() => void>();

/** True unless somebody has chosen otherwise on this device. */
export function keepsHere(): boolean {
  return !document.cookie.split("; ").includes(`${COOKIE}=${NO}`);
}

export function setKeepsHere(keeps: boolean): void {
  const secure = window.location.protocol === "https:" ? "; Secure" : "";
  // biome-ignore lint/suspicious/noDocumentCookie: the cookie store is asynchronous, and not in every browser
  document.cookie = `${COOKIE}=${NO}; Path=/; SameSite=Lax; Max-Age=${keeps ? 0 : YEAR_S}${secure}`;
  for (const tell of listeners) tell();
}

/** The setting while it is shown; a page from the server begins with the default. */
export function useKeepsHere(): boolean {
  return useSyncExternalStore(listen, keepsHere, () => true);
}

function listen(tell: () => void): () => void {
  listeners.add(tell);
  return () => listeners.delete(tell);
}

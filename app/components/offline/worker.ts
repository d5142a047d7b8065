import type { Locale } from "../../locales/index.ts";
import { paths } from "../../paths.ts";

/** Lets the worker keep scripts, styles and the page for times without a network. Without one everything else works. */
export async function startWorker(locale: Locale): Promise<void> {
  if (!("serviceWorker" in navigator) || !navigator.onLine) return;
  try {
    await navigator.serviceWorker.register(paths.worker(), { updateViaCache: "none" });
    const { active } = await navigator.serviceWorker.ready;
    // What this page loaded before there was a worker.
    active?.postMessage({ language: locale, keep: performance.getEntriesByType("resource").map(({ name }) => name) });
  } catch {
    // Private windows and full devices have none, and so does a browser whose network goes away just now.
  }
}

/** Ends the worker and forgets what it kept. */
export async function stopWorker(): Promise<void> {
  if (!("serviceWorker" in navigator)) return;
  const registrations = await navigator.serviceWorker.getRegistrations();
  await Promise.all(registrations.map((registration) => registration.unregister()));
  if ("caches" in window) await Promise.all((await caches.keys()).map((name) => caches.delete(name)));
}

import type { BrowserContext } from "playwright-core";
import { expect } from "vitest";

/**
 * Takes the network away, and waits until it is gone: the browser says so before its network process has heard of it, and a
 * service worker on a busy machine may still get through.
 */
export async function goOffline(context: BrowserContext): Promise<void> {
  await context.setOffline(true);
  for (const page of context.pages().filter((each) => each.url().startsWith("http"))) {
    await expect.poll(() => page.evaluate(getsThrough)).toBe(false);
  }
  for (const worker of context.serviceWorkers()) {
    await expect.poll(() => worker.evaluate(getsThrough)).toBe(false);
  }
}

/** Runs in the browser. */
function getsThrough(): Promise<boolean> {
  return fetch("/healthz", { cache: "no-store" }).then(
    () => true,
    () => false,
  );
}

import { mkdtemp, readdir, readFile, rm } from "node:fs/promises";
import path from "node:path";
import { type BrowserContext, chromium, type Page } from "playwright-core";
import { unpackChromium } from "../support/chromium.ts";
import { signal } from "../support/server-folder.ts";

const CACHE = path.resolve(import.meta.dirname, "../../.cache");

/** A browser with a profile on disk, which outlives its death: what it kept is there when it is opened again. */
export type LastingBrowser = {
  open: (
    origin: string,
    cookie: string,
    how?: { javaScriptEnabled: boolean },
  ) => Promise<{ context: BrowserContext; page: Page }>;
  /** SIGKILL to every process of the browser */
  kill: () => Promise<void>;
  remove: () => Promise<void>;
};

export async function prepareBrowser(): Promise<LastingBrowser> {
  const profile = await mkdtemp(path.join(CACHE, "faults-profile-"));
  const { executablePath, env } = await unpackChromium(CACHE);
  const kill = async () => {
    const pids = await processesOf(profile);
    for (const pid of pids) if (signal(pid, 0)) process.kill(pid, "SIGKILL");
    while ((await processesOf(profile)).length > 0) await new Promise((resolve) => setTimeout(resolve, 50));
  };
  return {
    open: async (origin, cookie, how) => {
      const context = await chromium.launchPersistentContext(profile, {
        ...{ executablePath, args: ["--no-sandbox"], env: { ...process.env, ...env } as Record<string, string> },
        ...how,
        ...{ baseURL: origin, locale: "de-DE", timezoneId: "Europe/Berlin" },
      });
      context.setDefaultTimeout(60_000);
      await signInBrowser(context, origin, cookie);
      return { context, page: context.pages()[0] ?? (await context.newPage()) };
    },
    kill,
    remove: async () => {
      await kill();
      await rm(profile, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
    },
  };
}

/** `cookie` as in a Cookie header: "session=…". */
export async function signInBrowser(context: BrowserContext, origin: string, cookie: string): Promise<void> {
  const at = cookie.indexOf("=");
  const pair = { name: cookie.slice(0, at), value: cookie.slice(at + 1) };
  await context.addCookies([{ ...pair, url: origin, httpOnly: true, sameSite: "Lax" }]);
}

/** The browser and its helpers, found by the profile that each of them is started with. */
async function processesOf(profile: string): Promise<number[]> {
  const found: number[] = [];
  for (const name of (await readdir("/proc")).filter((one) => /^\d+$/.test(one))) {
    const command = await readFile(`/proc/${name}/cmdline`, "utf8").catch(() => "");
    if (command.includes(profile)) found.push(Number(name));
  }
  return found;
}

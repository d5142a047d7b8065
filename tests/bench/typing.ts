import { type Browser, type BrowserContext, chromium, type Page } from "playwright-core";
import { publishVersion } from "#app/domain/questionnaires/publish-version.server.ts";
import { openRound } from "#app/domain/rounds/open-round.server.ts";
import { paths } from "#app/paths.ts";
import { unpackChromium } from "../support/chromium.ts";
import { quantile } from "./figure.ts";
import { longDefinition } from "./questionnaire.ts";
import type { Sheet, Stage } from "./stage.ts";

const DAY_MS = 86_400_000;
const KEYS = 120;
/** the first keys compile what the others run */
const WARM_UP = 20;
/** ms between two keys: a quick typist's five words a second */
const BETWEEN = 60;
const SENTENCE = "Wir haben mehr Anfragen als Zeit, und die Wege sind weit. ";

type Latency = { p50_ms: number; p95_ms: number };
export type Typing = { form: Latency; bare: Latency; ratio: { p50: number; p95: number } };

/**
 * From a key going down to the next frame that the browser has painted: in a comment field on a page of a hundred
 * questions, and in a page that has nothing but a textarea, by the same browser, key by key in turns.
 */
export async function measureTyping(stage: Stage, sheet: Sheet, cache: string): Promise<Typing> {
  const invitationId = await openLongRound(stage, sheet);
  const browser = await launch(cache);
  try {
    const form = await openForm(browser, stage.origin + paths.fill(invitationId), sheet.cookie);
    const bare = await openBare(browser);
    const [inForm, inBare]: [number[], number[]] = [[], []];
    for (let round = 0; round < 4; round += 1) {
      inForm.push(...(await typeInto(form)));
      inBare.push(...(await typeInto(bare)));
    }
    const figures = (taken: number[]) => ({ p50_ms: quantile(taken, 0.5), p95_ms: quantile(taken, 0.95) });
    const [ours, theirs] = [figures(inForm), figures(inBare)];
    const ratio = { p50: ours.p50_ms / theirs.p50_ms, p95: ours.p95_ms / theirs.p95_ms };
    return { form: ours, bare: theirs, ratio };
  } finally {
    await browser.close();
  }
}

/** A round of the long questionnaire; gives back the invitation of the sheet's project to it. */
async function openLongRound({ db }: Stage, sheet: Sheet): Promise<string> {
  const { project_id: projectId } = await db
    .selectFrom("invitation")
    .select("project_id")
    .where("invitation_id", "=", sheet.invitationId)
    .executeTakeFirstOrThrow();
  const { versionId } = await publishVersion(db, { name: "lang", definition: longDefinition(), actorId: null });
  const times = { opensAt: new Date(Date.now() - DAY_MS), closesAt: new Date(Date.now() + DAY_MS) };
  const round = { versionId, wave: "Messung", privacy: "confidential" as const, actorId: null, ...times };
  const { invitations } = await openRound(db, round);
  return invitations.find((one) => one.projectId === projectId)?.invitationId as string;
}

/** A browser as the tests have it. */
export async function launch(cache: string): Promise<Browser> {
  const { executablePath, env } = await unpackChromium(cache);
  return chromium.launch({
    executablePath,
    args: ["--no-sandbox"],
    env: { ...process.env, ...env } as Record<string, string>,
  });
}

async function openForm(browser: Browser, url: string, cookie: string): Promise<Page> {
  const context: BrowserContext = await browser.newContext({ extraHTTPHeaders: { Cookie: cookie } });
  const page = await context.newPage();
  await page.goto(url);
  await page.locator(".sd-page textarea").first().waitFor();
  const asked = await page.locator(".sd-page .sd-question").count();
  if (asked < 100) throw new Error(`the page has ${asked} questions only`);
  return page;
}

async function openBare(browser: Browser): Promise<Page> {
  const page = await (await browser.newContext()).newPage();
  await page.setContent("<!doctype html><title>bare</title><textarea rows=4 cols=60></textarea>");
  return page;
}

/** Types a while into the middle textarea of the page; milliseconds of each key, without the first ones. */
async function typeInto(page: Page): Promise<number[]> {
  await page.bringToFront();
  const areas = page.locator("textarea");
  await areas.nth(Math.floor((await areas.count()) / 2)).focus();
  await page.evaluate(watchKeys);
  for (let key = 0; key < WARM_UP + KEYS / 4; key += 1) {
    await page.keyboard.press(SENTENCE[key % SENTENCE.length] as string);
    await page.waitForTimeout(BETWEEN);
  }
  const taken = await page.evaluate(() => (window as unknown as { taken: number[] }).taken);
  return taken.slice(WARM_UP);
}

/** In the page: after a key's event has run its course, the next frame is drawn; the message after it comes once it is painted. */
function watchKeys(): void {
  const kept = window as unknown as { taken: number[]; watching?: boolean };
  kept.taken = [];
  if (kept.watching) return;
  kept.watching = true;
  addEventListener(
    "keydown",
    (event) => {
      requestAnimationFrame(() => {
        const channel = new MessageChannel();
        channel.port1.onmessage = () => kept.taken.push(performance.now() - event.timeStamp);
        channel.port2.postMessage(undefined);
      });
    },
    true,
  );
}

import { AxeBuilder } from "@axe-core/playwright";
import type { Page } from "playwright-core";
import { expect } from "vitest";
import { LOCALES, type Locale } from "#app/locales/index.ts";
import type { TestApp } from "./app.ts";
import type { Visitor } from "./browser.ts";
import { drawCharts } from "./charts.ts";
import { findLateWords } from "./late-words.ts";
import { chooseLanguage } from "./sign-in.ts";

type Scheme = "light" | "dark";
/** One way to look at a page; `width` in px. */
type Look = { locale: Locale; scheme: Scheme; width: number };
export type Extent = readonly Look[];

/** What every run looks at. */
export const ONE_THEME: Extent = [
  { locale: "de", scheme: "light", width: 390 },
  { locale: "de", scheme: "light", width: 1280 },
];
/** Together with `ONE_THEME`: every language in every scheme, and both at every width (all pairs). */
export const PAIRS: Extent = [
  { locale: "de", scheme: "dark", width: 390 },
  { locale: "en", scheme: "light", width: 390 },
  { locale: "en", scheme: "dark", width: 1280 },
];
/** For pages that no list of pages holds: all pairs at once. */
export const EVERY_PAIR: Extent = [...ONE_THEME, ...PAIRS];
/** All languages, schemes and widths. */
export const MATRIX: Extent = LOCALES.flatMap((locale) =>
  [390, 1280].flatMap((width) => (["light", "dark"] as const).map((scheme) => ({ locale, scheme, width }))),
);

/**
 * Opens a path in every look of the extent; gives back what axe finds, and where the page scrolls sideways. A page
 * whose address says the language is given as a function. `drawn` selects what the page draws last.
 */
export async function findFaults(
  visitor: Visitor,
  app: TestApp,
  path: string | ((locale: Locale) => string),
  extent: Extent,
  drawn = "h1",
): Promise<string[]> {
  const { page, context } = visitor;
  const found: string[] = [];
  for (const locale of LOCALES) {
    const looks = extent.filter((look) => look.locale === locale);
    if (!looks[0]) continue;
    await chooseLanguage(context, app, locale);
    await page.setViewportSize({ width: looks[0].width, height: 900 });
    const address = typeof path === "string" ? path : path(locale);
    await page.goto(address);
    await page.locator(drawn).first().waitFor();
    await untilScriptsRun(page);
    await drawCharts(page);
    await untilDrawn(page);
    expect(await page.locator("html").getAttribute("lang")).toBe(locale);
    found.push(...(await findLateWords(page)).map((words) => `${address} ${locale}: ${words} came late`));
    for (const { scheme, width } of looks) {
      await page.setViewportSize({ width, height: 900 });
      await page.emulateMedia({ colorScheme: scheme });
      await untilStill(page);
      const where = `${address} ${locale} ${scheme} ${width}`;
      found.push(...(await findViolations(page)).map((violation) => `${where}: ${violation}`));
      const overflow = await page.evaluate(
        () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
      );
      if (overflow > 0) found.push(`${where}: ${overflow} px wider than the screen`);
    }
  }
  return found;
}

/**
 * What axe finds on the page as it stands, one line per element; `within` selects a part of it. None of our pages has
 * frames: axe runs once in the page ("legacy"), instead of handing what it saw to another page that merges frames, and
 * describes only what is wrong. That finds the same in a third of the time.
 */
export async function findViolations(page: Page, within?: string): Promise<string[]> {
  const axe = new AxeBuilder({ page }).setLegacyMode(true).options({ resultTypes: ["violations"] });
  const { violations } = await (within ? axe.include(within) : axe).analyze();
  return violations.flatMap(({ id, nodes }) => nodes.map((node) => `${id} at ${node.target.join(" ")}`));
}

/** On a busy machine a page stands, and is calm, long before its scripts run: React marks what it takes over. */
async function untilScriptsRun(page: Page): Promise<void> {
  await page.waitForFunction(() => Object.keys(document).some((name) => name.startsWith("__reactContainer$")));
}

/** ms without any change of the document */
const CALM_MS = 500;
const RESTLESS_MS = 20_000;

/** Nothing is drawn any more. The network is no measure of it: a questionnaire that is open listens all the time. */
async function untilDrawn(page: Visitor["page"]): Promise<void> {
  const waits = { calm: CALM_MS, restless: RESTLESS_MS };
  await page.evaluate(async ({ calm, restless }) => {
    await document.fonts.ready;
    await new Promise<void>((resolve, reject) => {
      setTimeout(reject, restless, new Error("the page never stops changing"));
      const end = () => {
        changes.disconnect();
        resolve();
      };
      let timer = setTimeout(end, calm);
      const changes = new MutationObserver(() => {
        clearTimeout(timer);
        timer = setTimeout(end, calm);
      });
      changes.observe(document, { subtree: true, childList: true, attributes: true, characterData: true });
    });
  }, waits);
}

/** Colours that are still on their way from one scheme to the other would be measured half-way. */
async function untilStill(page: Visitor["page"]): Promise<void> {
  await page.evaluate(async () => {
    const frames = () => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)));
    await frames();
    // What follows a scroll bar never ends, and moves only with it.
    const ending = () => document.getAnimations().filter(({ timeline }) => timeline === document.timeline);
    for (let moving = ending(); moving.length; moving = ending()) {
      await Promise.allSettled(moving.map((animation) => animation.finished));
      await frames();
    }
  });
}

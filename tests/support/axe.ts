import { AxeBuilder } from "@axe-core/playwright";
import { expect } from "vitest";
import { LOCALES } from "#app/locales/index.ts";
import type { TestApp } from "./app.ts";
import type { Visitor } from "./browser.ts";
import { chooseLanguage } from "./sign-in.ts";

const SCHEMES = ["light", "dark"] as const;
const WIDTHS = [390, 1280] as const;

/**
 * Opens a path in German and English, light and dark, 390 and 1280 px wide, and expects axe to find nothing and the page
 * not to scroll sideways. `settle` waits for what the page draws after loading.
 */
export async function expectAccessible(
  visitor: Visitor,
  app: TestApp,
  path: string,
  settle: (page: Visitor["page"]) => Promise<unknown> = async () => {},
): Promise<void> {
  const { page, context } = visitor;
  const found: string[] = [];
  for (const locale of LOCALES) {
    await chooseLanguage(context, app, locale);
    await page.setViewportSize({ width: WIDTHS[0], height: 900 });
    await page.goto(path, { waitUntil: "networkidle" });
    await settle(page);
    expect(await page.locator("html").getAttribute("lang")).toBe(locale);
    for (const width of WIDTHS) {
      await page.setViewportSize({ width, height: 900 });
      for (const colorScheme of SCHEMES) {
        await page.emulateMedia({ colorScheme });
        await untilStill(page);
        const { violations } = await new AxeBuilder({ page }).analyze();
        const where = `${path} ${locale} ${colorScheme} ${width}`;
        for (const { id, nodes } of violations)
          found.push(...nodes.map((node) => `${where}: ${id} at ${node.target.join(" ")}`));
      }
      const overflow = await page.evaluate(
        () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
      );
      if (overflow > 0) found.push(`${path} ${locale} ${width}: ${overflow} px wider than the screen`);
    }
  }
  expect(found).toEqual([]);
}

/** Colours that are still on their way from one scheme to the other would be measured half-way. */
async function untilStill(page: Visitor["page"]): Promise<void> {
  await page.evaluate(async () => {
    const frames = () => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)));
    await frames();
    for (let moving = document.getAnimations(); moving.length; moving = document.getAnimations()) {
      await Promise.allSettled(moving.map((animation) => animation.finished));
      await frames();
    }
  });
}

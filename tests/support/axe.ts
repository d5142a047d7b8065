import { AxeBuilder } from "@axe-core/playwright";
import { expect } from "vitest";
import { LOCALES, type Locale } from "#app/locales/index.ts";
import type { TestApp } from "./app.ts";
import type { Visitor } from "./browser.ts";
import { chooseLanguage } from "./sign-in.ts";

export type Extent = {
  locales: readonly Locale[];
  schemes: readonly ("light" | "dark")[];
  /** px */
  widths: readonly [number, ...number[]];
};

/** What every run looks at. */
export const ONE_THEME: Extent = { locales: ["de"], schemes: ["light"], widths: [390, 1280] };
/** All languages, schemes and widths. */
export const MATRIX: Extent = { locales: LOCALES, schemes: ["light", "dark"], widths: [390, 1280] };

/**
 * Opens a path in every language, colour scheme and width of the extent; gives back what axe finds, and where the page
 * scrolls sideways. A page whose address says the language is given as a function. `drawn` selects what the page draws last.
 */
export async function findFaults(
  visitor: Visitor,
  app: TestApp,
  path: string | ((locale: Locale) => string),
  { locales, schemes, widths }: Extent,
  drawn = "h1",
): Promise<string[]> {
  const { page, context } = visitor;
  const found: string[] = [];
  for (const locale of locales) {
    await chooseLanguage(context, app, locale);
    await page.setViewportSize({ width: widths[0], height: 900 });
    const address = typeof path === "string" ? path : path(locale);
    await page.goto(address, { waitUntil: "networkidle" });
    await page.locator(drawn).first().waitFor();
    expect(await page.locator("html").getAttribute("lang")).toBe(locale);
    for (const width of widths) {
      await page.setViewportSize({ width, height: 900 });
      for (const colorScheme of schemes) {
        await page.emulateMedia({ colorScheme });
        await untilStill(page);
        const { violations } = await new AxeBuilder({ page }).analyze();
        const where = `${address} ${locale} ${colorScheme} ${width}`;
        for (const { id, nodes } of violations)
          found.push(...nodes.map((node) => `${where}: ${id} at ${node.target.join(" ")}`));
      }
      const overflow = await page.evaluate(
        () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
      );
      if (overflow > 0) found.push(`${address} ${locale} ${width}: ${overflow} px wider than the screen`);
    }
  }
  return found;
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

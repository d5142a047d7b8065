import type { Page } from "playwright-core";
import { expect } from "vitest";

/** Draws what is out of view as well, as for paper, and waits until every chart stands that has a place. */
export async function drawCharts(page: Page): Promise<void> {
  await page.evaluate(() => dispatchEvent(new Event("beforeprint")));
  const empty = () =>
    page.evaluate(
      () => [...document.querySelectorAll(".chart__box:empty")].filter((box) => box.clientWidth > 0).length,
    );
  await expect.poll(empty).toBe(0);
}

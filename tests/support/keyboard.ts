import type { Page } from "playwright-core";

/** More stops than any page of the tests has: who comes this far was never going to arrive. */
const MOST_STOPS = 150;

/** The element that has the focus, by its name as a screen reader would say it, roughly. */
export function focusedName(page: Page): Promise<string> {
  return page.evaluate(() => {
    const element = document.activeElement as HTMLInputElement | null;
    if (!element) return "";
    const words = (id: string) => document.getElementById(id)?.textContent ?? "";
    const labelled = (element.getAttribute("aria-labelledby") ?? "").split(" ").filter(Boolean).map(words).join(" ");
    const labels = [...(element.labels ?? [])].map((label) => label.textContent).join(" ");
    const named = labelled || element.getAttribute("aria-label") || labels || element.textContent || "";
    return named.replaceAll(/\s+/g, " ").trim();
  });
}

/** Presses the tab key until the focus stands on what begins with this name; fails where the key never comes there. */
export async function tabTo(page: Page, name: string): Promise<void> {
  const seen: string[] = [];
  for (let stop = 0; stop < MOST_STOPS; stop += 1) {
    await page.keyboard.press("Tab");
    const here = await focusedName(page);
    if (here.startsWith(name)) return;
    seen.push(here.slice(0, 40));
  }
  throw new Error(`the tab key never reaches "${name}"; it was at: ${[...new Set(seen)].join(" | ")}`);
}

/** Presses keys one after the other. */
export async function press(page: Page, ...keys: string[]): Promise<void> {
  for (const key of keys) await page.keyboard.press(key);
}

import { en } from "./en/index.ts";
import type { Texts } from "./index.ts";

/** The server knows every language at once; `english.browser.ts` stands here in the browser. */
export const english = (): Texts => en;

export function provideEnglish(_texts: Texts): void {}

import type { Texts } from "./index.ts";

let provided: Texts | undefined;

/** Throws where `with-english.ts` was not loaded before. */
export function english(): Texts {
  if (!provided) throw new Error("the English texts are not loaded");
  return provided;
}

export function provideEnglish(texts: Texts): void {
  provided = texts;
}

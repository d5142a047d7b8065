import type { Texts } from "./index.ts";

let provided: Texts | undefined;
let loading: Promise<void> | undefined;
let failure: unknown;

/**
 * The English texts; `with-english.ts` loads them before an English page is drawn. Where a page turns English without
 * being loaded anew (somebody signs in whose account says so), this throws their loading, and React keeps the page
 * before on the screen until they are there. Throws an error where they cannot be loaded.
 */
export function english(): Texts {
  if (provided) return provided;
  if (failure) throw failure;
  loading ??= import("./with-english.ts").then(
    () => undefined,
    (error: unknown) => {
      failure = error;
    },
  );
  throw loading;
}

export function provideEnglish(texts: Texts): void {
  provided = texts;
}

import { RemixBrowser } from "@remix-run/react";
import { StrictMode, startTransition } from "react";
import { hydrateRoot } from "react-dom/client";

await Promise.all([untilDataAreRead(), loadTexts()]);
startTransition(() => {
  hydrateRoot(
    document,
    <StrictMode>
      <RemixBrowser />
    </StrictMode>,
  );
});

async function loadTexts(): Promise<void> {
  if (document.documentElement.lang === "en") await import("./locales/with-english.ts");
}

/**
 * RemixBrowser throws a promise until the page's data are read, before it does anything else. Inside React there is no
 * boundary to catch it, and a key pressed at that moment would make React give up with its error 345.
 */
async function untilDataAreRead(): Promise<void> {
  try {
    RemixBrowser({});
  } catch (thrown) {
    if (thrown instanceof Promise) await thrown;
  }
}

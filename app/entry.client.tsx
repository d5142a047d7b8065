import { RemixBrowser } from "@remix-run/react";
import { StrictMode, startTransition } from "react";
import { hydrateRoot } from "react-dom/client";
import { untilTextsAreThere } from "#texts";

const locale = document.documentElement.lang === "en" ? "en" : "de";
await Promise.all([untilDataAreRead(), untilTextsAreThere(locale)]);
startTransition(() => {
  hydrateRoot(
    document,
    <StrictMode>
      <RemixBrowser />
    </StrictMode>,
  );
});

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

import type { BrowserContext, ConsoleMessage, Request } from "playwright-core";

const LOCAL = /^(data|blob|about):/;
/** What the router says of an answer that it stopped reading because the person had gone on to another page. */
const OVERTAKEN = /AbortError: BodyStreamBuffer was aborted/;

/** Notes everything that a calm page never does: console errors, uncaught errors, CSP violations, foreign requests. */
export function addCalmWatch(context: BrowserContext, origin: string) {
  const seen: string[] = [];
  const allowed: RegExp[] = [];

  context.on("console", (message: ConsoleMessage) => {
    if (message.type() !== "error" || OVERTAKEN.test(message.text())) return;
    seen.push(`console error on ${message.page()?.url() ?? "?"}: ${message.text()}`);
  });
  context.on("weberror", (error) => {
    seen.push(`uncaught on ${error.page()?.url() ?? "?"}: ${error.error().stack ?? error.error().message}`);
  });
  context.on("request", (request: Request) => {
    const url = request.url();
    if (!LOCAL.test(url) && new URL(url).origin !== origin) seen.push(`foreign request: ${url}`);
  });
  // The browser reports a violation as console error too, but not for every kind of page.
  void context.addInitScript(() => {
    document.addEventListener("securitypolicyviolation", (event) => {
      console.error(`CSP: ${event.violatedDirective} refused ${event.blockedURI}`);
    });
  });

  return {
    allow: (fault: RegExp) => {
      allowed.push(fault);
    },
    faults: () => seen.filter((fault) => !allowed.some((pattern) => pattern.test(fault))),
  };
}

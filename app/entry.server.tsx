import type { Transform } from "node:stream";
import { text } from "node:stream/consumers";
import type { AppLoadContext, EntryContext } from "@remix-run/node";
import { isRouteErrorResponse, RemixServer } from "@remix-run/react";
import { renderToPipeableStream } from "react-dom/server";
import { isUnavailable } from "#db/client.server.ts";
import { NonceContext } from "./components/layout/nonce.ts";
import { Problem } from "./domain/problem.ts";
import { bodyOf } from "./http/body.server.ts";
import { statusAfterFailure } from "./http/drawing.ts";
import { answerOf, HTML, keepDrawn, keyOf } from "./http/drawn-pages.server.ts";
import { withoutPadding } from "./http/without-padding.server.ts";

// For what stands in front of Remix: the pages that were drawn are kept in this bundle.
export { createDrawnAnswers, withLoaded } from "./http/drawn-pages.server.ts";

const RENDER_MS = 5000;
const RETRY_AFTER_S = "2";

export default async function handleRequest(
  request: Request,
  status: number,
  headers: Headers,
  remixContext: EntryContext,
  context: AppLoadContext,
): Promise<Response> {
  const drawing = { request, status, headers, remixContext };
  const key = keyOf(remixContext, request.url);
  if (key === undefined) {
    headers.set("Content-Type", HTML);
    const { body, answered } = await draw({ ...drawing, nonce: context.nonce });
    return new Response(bodyOf(body), { headers, status: answered });
  }
  const drawn = await keepDrawn(key, async () => {
    const { body, answered } = await draw({ ...drawing, nonce: "" });
    return { html: await text(body), status: answered };
  });
  return answerOf(drawn.page, request, context, { headers, status: drawn.status });
}

type Drawing = { request: Request; status: number; headers: Headers; remixContext: EntryContext; nonce: string };

/** Draws a page, wholly; with its status, which is another one where drawing failed. */
function draw({ request, status, headers, remixContext, nonce }: Drawing) {
  return new Promise<{ body: Transform; answered: number }>((resolve, reject) => {
    let timer: NodeJS.Timeout | undefined;
    let answered = status;
    let late = false;
    const page = (
      <NonceContext.Provider value={nonce}>
        <RemixServer context={remixContext} url={request.url} nonce={nonce} abortDelay={RENDER_MS} />
      </NonceContext.Provider>
    );
    const { pipe, abort } = renderToPipeableStream(page, {
      nonce,
      onAllReady() {
        clearTimeout(timer);
        const body = withoutPadding();
        pipe(body);
        resolve({ body, answered });
      },
      onShellError: reject,
      onError() {
        answered = statusAfterFailure(answered, late);
        if (answered === 503) headers.set("Retry-After", RETRY_AFTER_S);
      },
    });
    timer = setTimeout(() => {
      late = true;
      abort();
    }, RENDER_MS);
  });
}

/** Problems are answers, not errors. Of the rest only the kind is logged: a message could quote an answer. */
export function handleError(error: unknown, { request }: { request: Request }): void {
  if (request.signal.aborted || error instanceof Problem || isRouteErrorResponse(error) || isUnavailable(error)) return;
  const known = error instanceof Error ? error : new Error(typeof error);
  console.error("route failed:", known.name, maskedPath(request.url), framesOf(known));
}

/** The path without anything long enough to be a token: sign-in links must not be read from a log. */
function maskedPath(url: string): string {
  return new URL(url).pathname.replaceAll(/[\w-]{20,}/g, "…");
}

/** Where it happened. The lines of the message are left out: it can have several, and could quote an answer. */
function framesOf(error: Error): string {
  const lines = (error.stack ?? "").split("\n");
  return lines
    .filter((line) => /^\s+at /.test(line))
    .slice(0, 5)
    .join("\n");
}

import { text } from "node:stream/consumers";
import type { AppLoadContext, EntryContext } from "@remix-run/node";
import { isRouteErrorResponse, RemixServer } from "@remix-run/react";
import { renderToPipeableStream } from "react-dom/server";
import { isUnavailable } from "#db/client.server.ts";
import { NonceContext } from "./components/layout/nonce.ts";
import { Problem } from "./domain/problem.ts";
import { bodyOf } from "./http/body.server.ts";
import { statusAfterFailure } from "./http/drawing.ts";
import { findDrawn, keepDrawn, keyOf, NONCE_PLACE, withNonce } from "./http/drawn-pages.server.ts";
import { withoutPadding } from "./http/without-padding.server.ts";

const RENDER_MS = 5000;
const RETRY_AFTER_S = "2";

export default function handleRequest(
  request: Request,
  status: number,
  headers: Headers,
  remixContext: EntryContext,
  { nonce }: AppLoadContext,
): Promise<Response> {
  const key = keyOf(remixContext, request.url);
  const page = key && findDrawn(key);
  if (page) return Promise.resolve(new Response(withNonce(page, nonce), { headers: asHtml(headers), status }));
  return draw({ request, status, headers, remixContext, nonce, key });
}

type Drawing = { request: Request; status: number; headers: Headers; remixContext: EntryContext; nonce: string };

/** Draws the page; with a `key` it is kept under it. */
function draw({ request, status, headers, remixContext, nonce: given, key }: Drawing & { key: string | undefined }) {
  const nonce = key ? NONCE_PLACE : given;
  return new Promise<Response>((resolve, reject) => {
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
        if (!key) return resolve(new Response(bodyOf(body), { headers: asHtml(headers), status: answered }));
        text(body).then((page) => {
          if (answered === 200) keepDrawn(key, page);
          resolve(new Response(withNonce(page, given), { headers: asHtml(headers), status: answered }));
        }, reject);
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

function asHtml(headers: Headers): Headers {
  headers.set("Content-Type", "text/html; charset=utf-8");
  return headers;
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

import type { Context, Hono } from "hono";
import { isUnavailable } from "#db/client.server.ts";
import { Problem } from "../domain/problem.ts";
import type { App } from "../http/context.ts";
import { securityHeaders } from "../http/headers.server.ts";

/**
 * What a browser asks again and again while somebody fills in: answered in front of Remix, which would match every route
 * of the app for it. Path as in Hono; the same guards and domain calls as a route's.
 */
export type Endpoint = {
  name: string;
  method: "GET" | "POST";
  path: string;
  answer: (call: Call) => Promise<Response>;
};

export type Call = { app: App; request: Request; params: Record<string, string>; http: Context };

/** Puts endpoints in front of the pages. A Problem becomes its response; who would have to sign in gets a 401. */
export function mountEndpoints(web: Hono, app: App, endpoints: readonly Endpoint[]): void {
  for (const { method, path, answer } of endpoints) {
    const notThatWay = () => new Response(null, { status: 405, headers: { Allow: method } });
    web.on(method, path, async (http) => {
      // Hono answers HEAD with what GET gives and drops the body unread: a stream would then never end.
      if (http.req.raw.method !== method) return notThatWay();
      const call = { app: { ...app, visit: {} }, request: http.req.raw, params: http.req.param(), http };
      return securityHeaders(await answer(call).catch(refusalOf), [], app.env);
    });
    web.all(path, notThatWay);
  }
}

function refusalOf(error: unknown): Response {
  if (error instanceof Problem) return error.toResponse();
  // The guards of pages lead to the sign-in page.
  if (error instanceof Response && error.status === 302) return new Problem("signed-out").toResponse();
  if (error instanceof Response) return error;
  if (isUnavailable(error)) return new Problem("unavailable", { retryAfter: 2 }).toResponse();
  throw error;
}

export const json = (body: unknown): Response => Response.json(body, { headers: { "Cache-Control": "no-store" } });

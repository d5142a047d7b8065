import { createHash } from "node:crypto";
import type { Env } from "./env.server.ts";

/**
 * Of the answer that ends a visit: the browser forgets what pages and workers have stored, also where no script could
 * do it. Cookies are left alone: the answer itself takes back the one that matters, and the language stays.
 */
export const CLEARS_DEVICE = { "Clear-Site-Data": '"storage"' };

/** The source of a policy that lets exactly this inline script run. */
function hashOf(code: string): string {
  return `'sha256-${createHash("sha256").update(code).digest("base64")}'`;
}

/** What the policy names in place of a nonce: the hash of every script that stands in the page itself. */
export function inlineHashes(html: string): string[] {
  const scripts = html.matchAll(/<script(?![^>]*\ssrc=)[^>]*>([\s\S]*?)<\/script>/g);
  return [...new Set([...scripts].map(([, code]) => hashOf(code ?? "")))];
}

/**
 * Headers of every page: nothing from another host, no frames, nothing kept by caches on the way. `inline` names the
 * scripts that may stand in the page itself: by nonce, or by hash where a copy of the page is kept.
 */
export function securityHeaders(response: Response, inline: readonly string[], env: Env): Response {
  const headers = response.headers;
  headers.set("Content-Security-Policy", contentSecurityPolicy(inline.join(" ")));
  headers.set("X-Content-Type-Options", "nosniff");
  headers.set("X-Frame-Options", "DENY");
  headers.set("Referrer-Policy", "same-origin");
  headers.set("Cross-Origin-Opener-Policy", "same-origin");
  headers.set("Cross-Origin-Resource-Policy", "same-origin");
  headers.set("Permissions-Policy", "camera=(), microphone=(), geolocation=(), interest-cohort=()");
  if (!headers.has("Cache-Control")) headers.set("Cache-Control", "no-store");
  if (env.origin.startsWith("https:")) headers.set("Strict-Transport-Security", "max-age=31536000; includeSubDomains");
  return response;
}

function contentSecurityPolicy(inline: string): string {
  return [
    "default-src 'none'",
    `script-src 'self' ${inline}`,
    // SurveyJS and the charts set sizes as style attributes; no style element or sheet from elsewhere is allowed.
    `style-src 'self' ${inline}`,
    "style-src-attr 'unsafe-inline'",
    "img-src 'self' data: blob:",
    "font-src 'self'",
    "connect-src 'self'",
    "manifest-src 'self'",
    "worker-src 'self'",
    "form-action 'self'",
    "base-uri 'none'",
    "frame-ancestors 'none'",
  ].join("; ");
}

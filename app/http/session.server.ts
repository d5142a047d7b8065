import { createHash, randomBytes } from "node:crypto";
import { createCookie } from "@remix-run/node";
import * as sessions from "#db/queries/sessions.server.ts";
import type { Viewer } from "../domain/viewer.ts";
import type { App } from "./context.ts";

export const IDLE_HOURS = 8;
export const LIFETIME_DAYS = 7;

/** `__Host-` needs https; the demo on http://localhost does without it, so that every browser takes the cookie. */
function sessionCookie(app: App) {
  const secure = app.env.origin.startsWith("https:");
  return createCookie(secure ? "__Host-session" : "session", { path: "/", httpOnly: true, secure, sameSite: "lax" });
}

/**
 * The signed-in person, or undefined. A session ends after 8 hours without use and after 7 days in any case. Loaders of
 * one request ask together: the first one's answer is that of all.
 */
export function findViewer(request: Request, app: App): Promise<Viewer | undefined> {
  if (!app.visit) return lookUpViewer(request, app);
  app.visit.viewer ??= lookUpViewer(request, app);
  return app.visit.viewer;
}

async function lookUpViewer(request: Request, app: App): Promise<Viewer | undefined> {
  const token = await readToken(request, app);
  if (!token) return undefined;
  const account = await sessions.findAccount(app.db, hash(token), {
    idleHours: IDLE_HOURS,
    lifetimeDays: LIFETIME_DAYS,
  });
  if (!account) return undefined;
  const parts = await sessions.listParts(app.db, account.account_id);
  return { accountId: account.account_id, name: account.name, locale: account.locale, parts };
}

/** Signs the account in with a fresh id and gives back the Set-Cookie header; an older session of this browser ends. */
export async function startSession(request: Request, app: App, accountId: string): Promise<string> {
  const before = await readToken(request, app);
  if (before) await sessions.deleteSession(app.db, hash(before));
  const token = randomBytes(32).toString("base64url");
  await sessions.insertSession(app.db, hash(token), accountId);
  forgetViewer(app);
  return sessionCookie(app).serialize(token, { maxAge: LIFETIME_DAYS * 86_400 });
}

/** Ends this browser's session; gives back the Set-Cookie header that removes the cookie. */
export async function endSession(request: Request, app: App): Promise<string> {
  const token = await readToken(request, app);
  if (token) await sessions.deleteSession(app.db, hash(token));
  forgetViewer(app);
  return sessionCookie(app).serialize("", { maxAge: 0 });
}

/** The hash of this browser's session, which tells it from the person's other ones. */
export async function readSessionHash(request: Request, app: App): Promise<Buffer> {
  return hash((await readToken(request, app)) ?? "");
}

/** True if this browser's session began so few minutes ago: the person has just shown that the mailbox is theirs. */
export async function hasJustSignedIn(request: Request, app: App, minutes: number): Promise<boolean> {
  const start = await sessions.findSessionStart(app.db, await readSessionHash(request, app));
  return start !== undefined && Date.now() - start.getTime() < minutes * 60_000;
}

/** After a change of name, language or parts, so that what is shown in the same request is true. */
export function forgetViewer(app: App): void {
  if (app.visit) app.visit.viewer = undefined;
}

async function readToken(request: Request, app: App): Promise<string | undefined> {
  const value: unknown = await sessionCookie(app).parse(request.headers.get("Cookie"));
  return typeof value === "string" && value.length > 0 ? value : undefined;
}

function hash(token: string): Buffer {
  return createHash("sha256").update(token).digest();
}

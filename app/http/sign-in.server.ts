import { createCookie, data, redirect, type TypedResponse } from "@remix-run/node";
import type { OpenSession, SignedIn } from "../domain/sign-in/finish-sign-in.server.ts";
import type { App } from "./context.ts";
import { safeReturn } from "./form.server.ts";
import { later, secondsToWait } from "./respond.server.ts";
import { startSession } from "./session.server.ts";

/** Longer than any link is valid, so that a late mail still finds the browser that asked. */
const HOUR_S = 3600;

/** `Lax`, not `Strict`: the link is opened from a mail program, and must find the cookie. */
function browserCookie(app: App) {
  const secure = app.env.origin.startsWith("https:");
  const name = secure ? "__Host-sign-in" : "sign-in";
  return createCookie(name, { path: "/", httpOnly: true, secure, sameSite: "lax" });
}

/** What this browser got when it asked for a mail. */
export async function readBrowserToken(request: Request, app: App): Promise<string | undefined> {
  const value: unknown = await browserCookie(app).parse(request.headers.get("Cookie"));
  return typeof value === "string" && value.length > 0 && value.length < 200 ? value : undefined;
}

export function keepBrowserToken(app: App, token: string): Promise<string> {
  return browserCookie(app).serialize(token, { maxAge: HOUR_S });
}

/** Opens the session in the transaction that uses link or code up, so that there is never one without the other. */
export function openSession(request: Request, app: App): OpenSession<string> {
  return (tx, accountId) => startSession(request, { ...app, db: tx }, accountId);
}

/** Leads the person to where they wanted to go; what bound the mail to this browser is done with. */
export async function welcome(app: App, done: SignedIn<string>): Promise<TypedResponse<never>> {
  const headers = new Headers();
  headers.append("Set-Cookie", done.session);
  headers.append("Set-Cookie", await browserCookie(app).serialize("", { maxAge: 0 }));
  return redirect(safeReturn(done.returnTo), { headers });
}

/** The form once more, with what was typed and the seconds to wait. Anything but too-many-requests is thrown on. */
export function refuseTooMany(problem: unknown, typed: string) {
  const wait = secondsToWait(problem);
  return data({ error: undefined, typed, wait }, later(wait));
}

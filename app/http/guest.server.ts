import { createCookie } from "@remix-run/node";
import { guestOf } from "../domain/links/guest-link.server.ts";
import { guestKey, sameText } from "../domain/links/tokens.server.ts";
import { Problem } from "../domain/problem.ts";
import type { Respondent } from "../domain/responses/access.server.ts";
import type { Verb } from "../domain/roles.ts";
import { maySomewhere } from "../domain/viewer.ts";
import type { App } from "./context.ts";
import { requireViewer } from "./guard.server.ts";
import { localeOf } from "./locale.server.ts";
import { findViewer } from "./session.server.ts";

/** A working day: on a shared computer nobody finds the sheet of the day before. The link itself works on. */
const HOURS = 12;
/** Several people at one computer, several questionnaires of one person; the oldest leaves. */
const MOST = 10;

/** `Lax`, not `Strict`: the link is opened from a mail program, and the next one must not forget the first. */
function guestCookie(app: App) {
  const secure = app.env.origin.startsWith("https:");
  const name = secure ? "__Host-guest" : "guest";
  return createCookie(name, { path: "/", httpOnly: true, secure, sameSite: "lax" });
}

/** The invitations whose links this browser has followed, newest first. */
async function readGuestOf(request: Request, app: App): Promise<string[]> {
  return (await readEntries(request, app)).map((entry) => entry.invitationId);
}

/** Lets this browser in to one more invitation; gives back the Set-Cookie header. */
export async function letGuestIn(request: Request, app: App, invitationId: string): Promise<string> {
  const before = (await readEntries(request, app)).filter((entry) => entry.invitationId !== invitationId);
  const entries = [{ invitationId, key: guestKey(secretOf(app), invitationId) }, ...before].slice(0, MOST);
  const value = entries.map((entry) => `${entry.invitationId}.${entry.key}`).join(" ");
  return guestCookie(app).serialize(value, { maxAge: HOURS * 3600 });
}

/** The Set-Cookie header after which this browser opens no questionnaire any more. */
export function leaveAsGuest(app: App): Promise<string> {
  return guestCookie(app).serialize("", { maxAge: 0 });
}

/**
 * Who asks for a questionnaire: the guest of this very invitation, or the signed-in person if they hold the verb
 * somewhere. A guest of others gets a 404; everybody else is sent to the sign-in page.
 */
export async function requireRespondent(
  request: Request,
  app: App,
  verb: Verb,
  invitationId: string,
): Promise<Respondent> {
  const known = await readGuestOf(request, app);
  if (known.includes(invitationId)) return guestOf(invitationId, await localeOf(request, undefined));
  const viewer = await findViewer(request, app);
  if (!viewer && known.length > 0) throw new Problem("not-found");
  const person = viewer ?? (await requireViewer(request, app));
  if (!maySomewhere(person, verb)) throw new Problem("not-found");
  return person;
}

/** The signed-in person together with all that this browser may see as a guest; for what is kept per round. */
export async function requireReader(request: Request, app: App): Promise<Respondent> {
  const known = await readGuestOf(request, app);
  const viewer = await findViewer(request, app);
  if (known.length === 0) return viewer ?? (await requireViewer(request, app));
  return {
    accountId: viewer?.accountId ?? null,
    locale: viewer?.locale ?? "de",
    parts: viewer?.parts ?? [],
    guestOf: known,
  };
}

async function readEntries(request: Request, app: App): Promise<{ invitationId: string; key: string }[]> {
  const value: unknown = await guestCookie(app).parse(request.headers.get("Cookie"));
  if (typeof value !== "string" || value.length > 2000) return [];
  return value
    .split(" ")
    .map((entry) => ({ invitationId: entry.slice(0, 36), key: entry.slice(37) }))
    .filter(({ invitationId, key }) => sameText(key, guestKey(secretOf(app), invitationId)))
    .slice(0, MOST);
}

function secretOf(app: App): string {
  return app.env.secret ?? "";
}

import { paths } from "#app/paths.ts";

/** Where a client connects, and the origin that its browser names. */
export type Way = { url: string; origin: string };

/** A final word of the server, or none: then nobody knows what became of the request, and it is sent again after `wait`. */
export type Answer =
  | { kind: "final"; status: number; text: string; location: string; signedOut: boolean; name: string }
  | { kind: "open"; why: string; wait: () => Promise<void>; broken?: boolean };

/** As the page itself has it. */
const TIMEOUT_MS = 30_000;
const RETRY_MS = 150;
/** Problems come as JSON or inside a page, depending on who asked. */
const CODE =
  /(unavailable|too-many-requests|open-clashes|edit-clash|already-submitted|round-closed|different-body|other-person|invalid-answer|signed-out|not-found)/;

/** One POST, as a page of ours would send it. Every answer but a broken, busy or absent one is final. */
export function ask(way: Way, path: string, sent: { cookie: string; type: string; body: string }): Promise<Answer> {
  const headers = { Cookie: sent.cookie, Origin: way.origin, "Content-Type": sent.type };
  return exchange(way.url + path, { method: "POST", headers, body: sent.body });
}

/** One GET, whose answer is as final or open as that of a POST. */
export function read(way: Way, path: string, cookie: string): Promise<Answer> {
  return exchange(way.url + path, { headers: { Cookie: cookie } });
}

async function exchange(url: string, init: RequestInit): Promise<Answer> {
  try {
    const response = await fetch(url, { ...init, redirect: "manual", signal: AbortSignal.timeout(TIMEOUT_MS) });
    const text = await response.text();
    const { status } = response;
    const code = status >= 400 ? CODE.exec(text)?.[0] : undefined;
    const name = [status, code].filter(Boolean).join(" ");
    if (status >= 500 || status === 429) {
      const wait = () => pause(Number(response.headers.get("Retry-After") ?? 0) * 1000);
      // A 500 is a bug, however often it is tried.
      return { kind: "open", why: name, wait, broken: status === 500 };
    }
    const location = response.headers.get("Location") ?? "";
    const signedOut = status === 401 || location.startsWith(paths.signIn());
    return { kind: "final", status, text, location, signedOut, name };
  } catch (error) {
    const late = (error as Error).name === "TimeoutError";
    return { kind: "open", why: late ? "no answer in time" : "connection", wait: () => pause(RETRY_MS) };
  }
}

export const pause = (ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms));

/** A receipt's number. */
export const RECEIPT = /PS-[2-9A-Z]{4}-[2-9A-Z]{4}/;

/** The receipt's number as its page shows it; undefined where nothing is submitted. */
export async function readReceipt(way: Way, sheet: string, cookie: string): Promise<string | undefined> {
  const response = await fetch(way.url + paths.receipt(sheet), { headers: { Cookie: cookie }, redirect: "manual" });
  return RECEIPT.exec(await response.text())?.[0];
}

/** What somebody got at an address. */
export type Visited = { path: string; from: string; status: number; type: string; body: Buffer };

/** More than there are: whoever adds pages by the hundred raises it on purpose. */
const REQUESTS_AT_MOST = 1400;

/**
 * Follows every link, form with addresses and download from a first page on, as a browser without scripts, and asks for the data
 * of every page as its scripts would. Pages of the demo and files of the build are no part of it.
 */
export async function crawl(origin: string, cookie: string, first: readonly string[]): Promise<Visited[]> {
  const waiting = first.map((path) => ({ path, from: "" }));
  const known = new Set(first);
  const visited: Visited[] = [];
  const left = new Map(FORMS.map((form) => [form, OF_EACH_FORM]));
  const follow = (path: string, from: string) => {
    if (known.has(path)) return;
    const form = FORMS.find((one) => one.test(path));
    if (form && left.get(form) === 0) return;
    if (form) left.set(form, (left.get(form) ?? 0) - 1);
    known.add(path);
    waiting.push({ path, from });
  };
  for (let next = waiting.shift(); next; next = waiting.shift()) {
    if (visited.length >= REQUESTS_AT_MOST) throw new Error(`more than ${REQUESTS_AT_MOST} addresses`);
    const { path, from } = next;
    const response = await fetch(origin + path, { headers: { Cookie: cookie }, redirect: "manual" });
    const type = response.headers.get("Content-Type") ?? "";
    const body = Buffer.from(await response.arrayBuffer());
    visited.push({ path, from, status: response.status, type, body });
    const location = response.headers.get("Location");
    if (location) follow(pathOf(location, path, origin), path);
    if (!type.startsWith("text/html")) continue;
    for (const link of linksIn(body.toString("utf8"), path, origin)) follow(link, path);
    if (response.status === 200) follow(dataOf(path), path);
  }
  return visited;
}

function pathOf(link: string, path: string, origin: string): string {
  const { pathname, search } = new URL(link, origin + path);
  return pathname + search;
}

/** Every slide is sent with the first one: three of each release stand for all. */
const LATER_SLIDES = /\/vorfuehren\?folie=(?![123]$)/;

/**
 * Beside each figure stands the way to forms that differ in nothing but what they are about: so many of each stand for all.
 */
const FORMS = [/\/anmerkungen\?zu=/, /\/massnahmen\/grundlage\?/];
const OF_EACH_FORM = 10;

/** Links, and every choice of forms that only ask. */
function linksIn(html: string, path: string, origin: string): string[] {
  const plain = html.replaceAll("&amp;", "&");
  const links = [...plain.matchAll(/<a\b[^>]*\bhref="([^"]*)"/g)].map(([, link = ""]) => link);
  const choices = [...plain.matchAll(/<form\b[^>]*method="get"[^>]*>(.*?)<\/form>/gs)].flatMap(([form]) => {
    const name = /<select\b[^>]*\bname="([^"]*)"/.exec(form)?.[1];
    // An empty choice is the page itself.
    const values = [...form.matchAll(/<option\b[^>]*\bvalue="([^"]+)"/g)].map(([, value = ""]) => value);
    return name ? values.map((value) => `?${new URLSearchParams({ [name]: value })}`) : [];
  });
  return [...links, ...choices]
    .filter((link) => new URL(link, origin + path).origin === origin)
    .map((link) => pathOf(link, path, origin))
    .filter((link) => !/^\/(assets|icon|demo)/.test(link) && !LATER_SLIDES.test(link));
}

function dataOf(path: string): string {
  const { pathname, search } = new URL(path, "http://x");
  return `${pathname === "/" ? "/_root" : pathname}.data${search}`;
}

import { createRequestHandler, type ServerBuild } from "@remix-run/node";

type Routes = ServerBuild["routes"];
type Handler = ReturnType<typeof createRequestHandler>;

/**
 * The app as Remix serves it, area by area: an area is what addresses begin with. With every request Remix asks all routes
 * several times whether the address is theirs, which for so many takes longer than most loaders do. Asked are those of the
 * area alone, and those that may begin with anything. Browsers know all routes as before: they have a file that lists them.
 */
export function createAreaHandlers(build: ServerBuild, mode: "production" | "development"): Handler {
  const areas = new Map<string, Handler>();
  for (const area of ["", ...Object.keys(build.routes).flatMap((id) => areaOf(build.routes, id) ?? [])]) {
    if (areas.has(area)) continue;
    const isInside = (id: string) => (areaOf(build.routes, id) ?? area) === area;
    const routes = only(build.routes, isInside);
    const assets = { ...build.assets, routes: only(build.assets.routes, isInside) };
    areas.set(area, createRequestHandler({ ...build, routes, assets }, mode));
  }
  const anywhere = areas.get("") as Handler;
  return (request, context) => (areas.get(firstSegment(new URL(request.url).pathname)) ?? anywhere)(request, context);
}

/** What the addresses of a route begin with; undefined where they may begin with anything. */
function areaOf(routes: Routes, id: string): string | undefined {
  let path = "";
  for (let route = routes[id]; route; route = routes[route.parentId ?? ""]) path = `${route.path ?? ""}/${path}`;
  const [first = ""] = path.split("/").filter((part) => part !== "");
  if (first === "" && !routes[id]?.index) return undefined;
  return /[:*?]/.test(first) ? undefined : first.toLowerCase();
}

/** Of the address of a page or of its data. */
function firstSegment(pathname: string): string {
  const [, first = "", ...rest] = pathname.split("/");
  const name = rest.length > 0 ? first : first.replace(/\.data$/, "");
  return name === "_root" ? "" : plain(name);
}

/** As routes are compared: decoded, and whatever the case. */
function plain(name: string): string {
  try {
    return decodeURIComponent(name).toLowerCase();
  } catch {
    return name;
  }
}

function only<T>(routes: Readonly<Record<string, T>>, isInside: (id: string) => boolean): Record<string, T> {
  return Object.fromEntries(Object.entries(routes).filter(([id]) => isInside(id)));
}

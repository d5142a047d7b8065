import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";

/** A page that was open before a deployment, or came from the service worker, may still ask for its scripts this long. */
const KEPT_DAYS = 30;
const DAY_MS = 86_400_000;

const foldersOf = (/** @type {string} */ build) => ({
  assets: path.join(build, "client/assets"),
  // Outside of the build: Remix begins by deleting all of it.
  aside: path.join(build, "../.cache/former-assets"),
  /** file → when it last belonged to the build, for those that are only kept */
  list: path.join(build, "../.cache/former-assets.json"),
});

/**
 * Moves the assets of the present build out of the way of the next one, which empties its folder. Their names hold
 * hashes of what is in them, so files of several builds can lie side by side.
 */
export function setAside(/** @type {string} */ build) {
  const { assets, aside } = foldersOf(build);
  // A build that was killed has left them here: what came out of it is not whole.
  if (existsSync(aside) || !existsSync(assets)) return;
  mkdirSync(path.dirname(aside), { recursive: true });
  renameSync(assets, aside);
}

/** Puts back, beside the new build, what was current at some time of the last 30 days; its compressed twins are files like others. */
export function bringBack(/** @type {string} */ build, now = Date.now()) {
  const { assets, aside, list } = foldersOf(build);
  if (!existsSync(aside)) return;
  const before = readList(list);
  /** @type {Record<string, string>} */
  const kept = {};
  mkdirSync(assets, { recursive: true });
  for (const name of readdirSync(aside)) {
    const lastCurrent = before[name] ?? new Date(now).toISOString();
    if (existsSync(path.join(assets, name)) || Date.parse(lastCurrent) < now - KEPT_DAYS * DAY_MS) continue;
    renameSync(path.join(aside, name), path.join(assets, name));
    kept[name] = lastCurrent;
  }
  // Written first: killed in between, the files left behind are only taken for younger than they are.
  writeFileSync(list, JSON.stringify(kept));
  rmSync(aside, { recursive: true });
}

/** After a build that failed everything is as it was before. */
export function undo(/** @type {string} */ build) {
  const { assets, aside } = foldersOf(build);
  if (!existsSync(aside)) return;
  rmSync(assets, { recursive: true, force: true });
  mkdirSync(path.dirname(assets), { recursive: true });
  renameSync(aside, assets);
}

/** @returns {Record<string, string>} */
function readList(/** @type {string} */ file) {
  return existsSync(file) ? JSON.parse(readFileSync(file, "utf8")) : {};
}

import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import path from "node:path";

// Runs before anything is installed, on the Node that the machine brings along: no dependencies, no TypeScript.

const ROOT = path.resolve(import.meta.dirname ?? new URL(".", import.meta.url).pathname, "../..");
const SOURCES = ["app", "surveys", "db", "public", "package-lock.json", "remix.config.js", "vite.config.ts"];
const STAMP = "build/sources.sha256";

/** True when `npm ci` has run to its end since the lockfile last changed. */
export function isInstalled() {
  const done = path.join(ROOT, "node_modules/.package-lock.json");
  const lock = path.join(ROOT, "package-lock.json");
  if (!existsSync(done) || !existsSync(path.join(ROOT, "node_modules/.bin/node"))) return false;
  return statSync(done).mtimeMs >= statSync(lock).mtimeMs;
}

/** True when the build was made from the sources as they are. */
export function isBuilt() {
  const stamp = path.join(ROOT, STAMP);
  return existsSync(stamp) && readFileSync(stamp, "utf8") === fingerprint();
}

/** Notes that the build was made from the sources with this fingerprint. */
export function markBuilt(/** @type {string} */ made) {
  writeFileSync(path.join(ROOT, STAMP), made);
}

/** SHA-256 over the paths and contents of everything the build is made from. */
export function fingerprint() {
  const hash = createHash("sha256");
  const files = SOURCES.flatMap(filesOf).filter((file) => !file.startsWith(path.join("app", "commands")));
  for (const file of files.sort())
    hash
      .update(file)
      .update("\0")
      .update(readFileSync(path.join(ROOT, file)));
  return hash.digest("hex");
}

/** @returns {string[]} */
function filesOf(/** @type {string} */ name) {
  const full = path.join(ROOT, name);
  if (!existsSync(full)) return [];
  if (!statSync(full).isDirectory()) return [name];
  return readdirSync(full).flatMap((entry) => filesOf(path.join(name, entry)));
}

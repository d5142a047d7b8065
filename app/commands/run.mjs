import { spawn, spawnSync } from "node:child_process";
import path from "node:path";
import { compressFolder } from "./compress.mjs";
import { bringBack, setAside, undo } from "./former-assets.mjs";
import { fingerprint, isBuilt, isInstalled, markBuilt } from "./freshness.mjs";

const PARENT = process.ppid;
const PARENT_CHECK_MS = 500;
const ROOT = path.resolve(import.meta.dirname ?? new URL(".", import.meta.url).pathname, "../..");

/** The Node of the project, whatever Node runs this file. */
const NODE = path.join(ROOT, "node_modules/.bin/node");

/** Our own Node first in the path, as `npm run` has it. */
const environment = { ...process.env, PATH: `${path.dirname(NODE)}${path.delimiter}${process.env.PATH ?? ""}` };

/** Runs `npm ci` unless the lockfile is installed already. False when it failed; it has said why. */
export function install() {
  if (isInstalled()) return true;
  console.log("Installing packages …");
  return succeeds("npm", ["ci", "--no-audit", "--no-fund"]);
}

/**
 * Builds the app unless the build was made from the present sources; assets of earlier builds stay for a while. False when
 * it failed; it has said why.
 */
export function build() {
  if (isBuilt()) return true;
  console.log("Building …");
  const made = fingerprint();
  const folder = path.join(ROOT, "build");
  setAside(folder);
  if (!succeeds(NODE, [path.join(ROOT, "node_modules/.bin/remix"), "vite:build", "--logLevel", "warn"])) {
    undo(folder);
    return false;
  }
  compressFolder(path.join(folder, "client"));
  bringBack(folder);
  markBuilt(made);
  return true;
}

/** Starts our Node and hands every signal on, so that it ends first and in order. Its exit code becomes ours. */
export function become(/** @type {string[]} */ args, /** @type {Record<string, string>} */ extra) {
  const child = spawn(NODE, args, { cwd: ROOT, stdio: "inherit", env: { ...environment, ...extra } });
  for (const signal of /** @type {const} */ (["SIGINT", "SIGTERM", "SIGHUP"]))
    process.on(signal, () => child.kill(signal));
  child.on("exit", (code) => process.exit(code ?? 1));
  // npm that is ended by a signal leaves us behind without a word: then the server would hold its port for ever.
  setInterval(() => process.ppid !== PARENT && child.kill("SIGTERM"), PARENT_CHECK_MS).unref();
}

function succeeds(/** @type {string} */ command, /** @type {string[]} */ args) {
  return spawnSync(command, args, { cwd: ROOT, stdio: "inherit", env: environment }).status === 0;
}

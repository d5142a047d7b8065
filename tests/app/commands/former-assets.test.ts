import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { bringBack, setAside, undo } from "#app/commands/former-assets.mjs";

const DAY_MS = 86_400_000;
const START = Date.parse("2026-11-28T10:00:00Z");
let home: string;
let build: string;
const assets = () => path.join(build, "client/assets");

beforeEach(() => {
  home = mkdtempSync(path.join(tmpdir(), "former-assets-"));
  build = path.join(home, "build");
});
afterEach(() => rmSync(home, { recursive: true }));

/** What a build does: it deletes its whole folder and writes its own files. */
function write(...names: string[]): void {
  rmSync(build, { recursive: true, force: true });
  mkdirSync(assets(), { recursive: true });
  for (const name of names) writeFileSync(path.join(assets(), name), `content of ${name}`);
}

function buildOn(day: number, ...names: string[]): string[] {
  setAside(build);
  write(...names);
  bringBack(build, START + day * DAY_MS);
  return readdirSync(assets()).sort();
}

test("files of the build before stay beside the new ones, with their compressed twins", () => {
  write("page-1.js", "page-1.js.br", "page-1.js.gz", "same.js");
  expect(buildOn(0, "page-2.js", "same.js")).toEqual([
    "page-1.js",
    "page-1.js.br",
    "page-1.js.gz",
    "page-2.js",
    "same.js",
  ]);
  expect(readFileSync(path.join(assets(), "page-1.js"), "utf8")).toBe("content of page-1.js");
  expect(existsSync(path.join(home, ".cache/former-assets"))).toBe(false);
});

test("thirty days count from the day a file was last current, not from the last build", () => {
  write("page-1.js");
  expect(buildOn(0, "page-2.js")).toContain("page-1.js");
  expect(buildOn(20, "page-3.js")).toEqual(["page-1.js", "page-2.js", "page-3.js"]);
  expect(buildOn(31, "page-4.js")).toEqual(["page-2.js", "page-3.js", "page-4.js"]);
  expect(buildOn(51, "page-5.js")).toEqual(["page-3.js", "page-4.js", "page-5.js"]);
});

test("a file that becomes current again starts anew", () => {
  write("page-1.js");
  buildOn(0, "page-2.js");
  buildOn(10, "page-1.js");
  expect(buildOn(45, "page-3.js")).toEqual(["page-1.js", "page-3.js"]);
});

test("after a build that failed, or was killed, nothing of the former one is missing", () => {
  write("page-1.js");
  setAside(build);
  write("half.js");
  undo(build);
  expect(readdirSync(assets())).toEqual(["page-1.js"]);
  setAside(build);
  write("half.js");
  expect(buildOn(0, "page-2.js")).toEqual(["page-1.js", "page-2.js"]);
});

test("the very first build finds nothing to keep", () => {
  expect(buildOn(0, "page-1.js")).toEqual(["page-1.js"]);
});

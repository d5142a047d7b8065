import { existsSync } from "node:fs";
import { mkdtemp, readFile, rename, rm, writeFile } from "node:fs/promises";
import path from "node:path";
import chromium, { inflate } from "@sparticuz/chromium";

/** Where the browser lies and what it needs in its environment. */
export type Chromium = { executablePath: string; env: Record<string, string> };

/**
 * Unpacks the Chromium of the npm package into a folder of this clone, once per version: the package itself uses one
 * folder of the whole machine, which another user may own. Libraries and fonts come along, so that nothing of the
 * system is needed.
 */
export async function unpackChromium(cache: string): Promise<Chromium> {
  const home = path.join(cache, `chromium-${await installedVersion()}`);
  if (!existsSync(home)) await unpack(cache, home);
  await writeFile(path.join(home, "fonts/fonts.conf"), FONTS);
  return {
    executablePath: path.join(home, "chromium"),
    env: { LD_LIBRARY_PATH: path.join(home, "al2023/lib"), FONTCONFIG_PATH: path.join(home, "fonts") },
  };
}

/**
 * The package's own file looks for fonts in four fixed folders of a machine that is not ours: without any font the browser
 * crashes at the first letter that is drawn before the fonts of the page are there.
 */
const FONTS = `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
  <dir prefix="relative">fonts</dir>
</fontconfig>
`;

async function unpack(cache: string, home: string): Promise<void> {
  const packed = path.resolve(import.meta.dirname, "../../node_modules/@sparticuz/chromium/bin");
  const before = process.env.TMPDIR;
  const fresh = await mkdtemp(path.join(cache, "unpacking-"));
  process.env.TMPDIR = fresh;
  try {
    await chromium.executablePath(packed);
    await inflate(path.join(packed, "al2023.tar.br"));
  } finally {
    if (before === undefined) delete process.env.TMPDIR;
    else process.env.TMPDIR = before;
  }
  // Two runs may unpack at once: the second finds the folder in place and drops its own.
  await rename(fresh, home).catch(() => rm(fresh, { recursive: true, force: true }));
}

async function installedVersion(): Promise<string> {
  const file = path.resolve(import.meta.dirname, "../../node_modules/@sparticuz/chromium/package.json");
  return (JSON.parse(await readFile(file, "utf8")) as { version: string }).version;
}

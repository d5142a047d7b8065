import { link, mkdir, readFile, rm, writeFile } from "node:fs/promises";
import path from "node:path";
import { hashToken, newToken, sameHash } from "./secrets.server.ts";

/** The key that the demo's sign-in addresses carry: made once per installation, kept beside its data. */
export async function demoKey(dataDir: string): Promise<string> {
  const file = path.join(dataDir, "demo.key");
  const known = await readFile(file, "utf8").catch(() => undefined);
  if (known) return known;
  // Two processes may start at once: the first one's file stands, whole, and both read it.
  const fresh = `${file}.${process.pid}`;
  await mkdir(dataDir, { recursive: true });
  await writeFile(fresh, newToken(), { mode: 0o600 });
  await link(fresh, file).catch((error: NodeJS.ErrnoException) => {
    if (error.code !== "EEXIST") throw error;
  });
  await rm(fresh);
  return readFile(file, "utf8");
}

/** True for the key of this installation; compared in constant time. */
export async function isDemoKey(dataDir: string, key: string): Promise<boolean> {
  return sameHash(hashToken(key), hashToken(await demoKey(dataDir)));
}

import { randomBytes } from "node:crypto";
import { cp, mkdtemp, readdir, readFile, rename, rm, symlink, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";

const ROOT = path.resolve(import.meta.dirname, "../..");
const MANIFEST = /^manifest-([0-9a-f]{8})\.js/;

/** The app as after a deployment: the same sources in another folder, with a build of another id. */
export async function prepareOtherBuild(): Promise<{ root: string; remove: () => Promise<void> }> {
  const root = await mkdtemp(path.join(tmpdir(), "praxisspiegel-other-build-"));
  for (const name of ["app", "db", "surveys", "public", "build", "package.json"]) {
    await cp(path.join(ROOT, name), path.join(root, name), { recursive: true });
  }
  await symlink(path.join(ROOT, "node_modules"), path.join(root, "node_modules"));
  await giveOtherId(path.join(root, "build"));
  return { root, remove: () => rm(root, { recursive: true, force: true }) };
}

async function giveOtherId(build: string): Promise<void> {
  const assets = path.join(build, "client/assets");
  const before = (await readdir(assets)).map((name) => MANIFEST.exec(name)?.[1]).find(Boolean);
  if (!before) throw new Error("The build has no manifest with an id.");
  const after = randomBytes(4).toString("hex");
  for (const name of await readdir(assets)) {
    if (!MANIFEST.test(name)) continue;
    const file = path.join(assets, name);
    // The compressed copies would say the old id.
    if (!name.endsWith(".js")) await rm(file);
    else await replaceIn(file, before, after).then(() => rename(file, file.replace(before, after)));
  }
  const server = path.join(build, "server");
  for (const name of await readdir(server, { recursive: true })) {
    if (name.endsWith(".js")) await replaceIn(path.join(server, name), before, after);
  }
}

async function replaceIn(file: string, before: string, after: string): Promise<void> {
  const text = await readFile(file, "utf8");
  if (text.includes(before)) await writeFile(file, text.replaceAll(before, after));
}

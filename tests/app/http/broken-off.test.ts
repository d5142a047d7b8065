import { connect } from "node:net";
import { afterAll, beforeAll, expect, test } from "vitest";
import { paths } from "#app/paths.ts";
import { findDemoAccount } from "#db/queries/accounts.server.ts";
import { startApp, type TestApp } from "../../support/app.ts";
import type { TestDatabase } from "../../support/database.ts";
import { createSeededDatabase } from "../../support/seeded.ts";
import { sessionCookie } from "../../support/sign-in.ts";

let database: TestDatabase;
let app: TestApp;

beforeAll(async () => {
  database = await createSeededDatabase();
  app = await startApp(database);
}, 240_000);
afterAll(async () => {
  await app?.stop();
  await database?.dispose();
});

/** Asks for a compressed page and goes away: after so many milliseconds, or as soon as so many bytes have come. */
function breakOff(path: string, cookie: string, after: { ms: number; bytes: number }): Promise<void> {
  const { hostname, port } = new URL(app.origin);
  return new Promise((resolve) => {
    const socket = connect(Number(port), hostname);
    let bytes = 0;
    const end = () => {
      socket.resetAndDestroy();
      resolve();
    };
    socket.on("connect", () => {
      socket.write(`GET ${path} HTTP/1.1\r\nHost: ${hostname}\r\nAccept-Encoding: gzip\r\nCookie: ${cookie}\r\n\r\n`);
      setTimeout(end, after.ms);
    });
    socket.on("data", (chunk) => {
      bytes += chunk.length;
      if (bytes > after.bytes) end();
    });
    socket.on("error", end);
  });
}

test("visitors who go away in the middle of an answer end nothing but that answer", { timeout: 180_000 }, async () => {
  // An error that nobody hears would end the process; here it fails the test.
  const unheard: unknown[] = [];
  const hear = (error: unknown) => unheard.push(error);
  process.on("uncaughtException", hear);
  const steering = await sessionCookie(app, (await findDemoAccount(database.db, "steering")) as string);
  const newest = database.db.selectFrom("release").select("release_id").where("questionnaire", "=", "bedarfe");
  const { release_id: id } = await newest.limit(1).executeTakeFirstOrThrow();
  const visits = [
    { path: paths.release(id), times: 100 },
    { path: paths.releaseExport(id, "csv"), times: 100 },
    // An archive opens its files one after the other: somebody leaves in the middle of each.
    { path: paths.releaseExport(id, "zip"), times: 20 },
  ];
  for (const { path, times } of visits) {
    for (let count = 0; count < times; count += 1)
      await breakOff(path, steering, { ms: 3 * count, bytes: 100 * count });
  }
  await new Promise((resolve) => setTimeout(resolve, 200));
  process.off("uncaughtException", hear);
  expect(unheard).toEqual([]);
  expect((await fetch(`${app.origin}/healthz`)).status).toBe(200);
});

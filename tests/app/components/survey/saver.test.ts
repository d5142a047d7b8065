import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { type Clash, createSaver, type SaveState } from "#app/components/survey/saver.ts";

type Operation = { opId: string; path: string; base: number; value: unknown };
type Reply = (operations: Operation[]) => { status: number; body: unknown } | "hang up" | "cut off";

let server: Server;
let url: string;
/** what arrived, request by request */
let arrived: Operation[][];
/** what the next requests are answered; afterwards everything is saved */
let replies: Reply[];
let states: SaveState[];
let clashes: Clash[];
let refused: string[];

const saveAll: Reply = (operations) => ({
  status: 200,
  body: {
    savedAt: "2026-11-23T12:00:00Z",
    outcomes: operations.map(({ opId, path, base }) => ({ opId, path, rev: base + 1 })),
  },
});
const problem =
  (status: number, body: object): Reply =>
  () => ({ status, body });

const theirs = { rev: 7, value: "theirs", by: "Kim", at: "2026-11-23T11:59:00Z" };
const clashAt =
  (path: string): Reply =>
  ([operation]) => ({
    status: 200,
    body: { savedAt: theirs.at, outcomes: [{ opId: operation?.opId, path, clash: theirs }] },
  });

beforeAll(async () => {
  server = createServer(async (request, response) => {
    const parts: Buffer[] = [];
    for await (const part of request) parts.push(part);
    const { operations } = JSON.parse(Buffer.concat(parts).toString());
    arrived.push(operations);
    const reply = (replies.shift() ?? saveAll)(operations);
    if (reply === "hang up") return request.socket.destroy();
    if (reply === "cut off") {
      response.writeHead(200, { "Content-Length": 500 }).write('{"savedAt":');
      return setTimeout(() => request.socket.destroy(), 50);
    }
    response.writeHead(reply.status, { "Content-Type": "application/json" }).end(JSON.stringify(reply.body));
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
});
afterAll(() => new Promise((resolve) => server.close(resolve)));
beforeEach(() => {
  arrived = [];
  replies = [];
  states = [];
  clashes = [];
  refused = [];
});

const open = (revisions: Record<string, number> = {}) =>
  createSaver({
    url,
    revisions,
    onState: (state) => states.push(state),
    onClash: (clash) => clashes.push(clash),
    onRefused: (path, code) => refused.push(`${path} ${code}`),
  });
const last = () => states.at(-1);

test("the newest value of an answer is sent once, on top of the revision that was read", async () => {
  const saver = open({ a: 3 });
  for (const value of ["x", "xy", "xyz"]) saver.edit("a", value);
  saver.edit("b", undefined);
  expect(last()).toMatchObject({ kind: "saving", waiting: 2 });
  expect(await saver.flush()).toBe(true);
  const sent = arrived.map((operations) => operations.map(({ opId: _, ...rest }) => rest));
  expect(sent).toEqual([
    [
      { path: "a", base: 3, value: "xyz" },
      { path: "b", base: 0, value: null },
    ],
  ]);
  saver.edit("a", "z");
  await saver.flush();
  expect(arrived[1]).toMatchObject([{ path: "a", base: 4, value: "z" }]);
  expect(last()).toMatchObject({ kind: "saved", waiting: 0 });
});

test("a lost request is sent again unchanged; what was typed meanwhile follows by itself", async () => {
  replies = [() => "hang up", problem(503, {})];
  const saver = open();
  saver.edit("a", "first");
  expect(await saver.flush()).toBe(false);
  expect(last()).toMatchObject({ kind: "offline", waiting: 1 });
  saver.edit("a", "second");
  await expect.poll(() => last()?.kind, { timeout: 8000 }).toBe("saved");
  expect(arrived[1]).toEqual(arrived[0]);
  expect(arrived[2]).toEqual(arrived[0]);
  expect(arrived[3]).toMatchObject([{ path: "a", base: 1, value: "second" }]);
});

test("a refused answer is set aside and the others are saved; mended, it is sent", async () => {
  const faults = [{ path: "/operations/1/value/b", code: "text-too-long" }];
  replies = [problem(422, { faults })];
  const saver = open();
  for (const path of ["a", "b", "c"]) saver.edit(path, path);
  expect(await saver.flush()).toBe(false);
  expect(refused).toEqual(["b text-too-long"]);
  expect(arrived[1]?.map(({ path }) => path)).toEqual(["a", "c"]);
  expect(last()?.kind).toBe("refused");
  expect([...saver.unsaved()]).toEqual([["b", "b"]]);
  saver.edit("b", "mended");
  expect(await saver.flush()).toBe(true);
});

test("a refusal that names no answer does not make it ask without end", async () => {
  replies = [problem(422, { faults: [] }), problem(422, {})];
  const saver = open();
  saver.edit("a", 1);
  expect(await saver.flush()).toBe(false);
  expect(arrived).toHaveLength(1);
  expect(last()).toMatchObject({ kind: "offline", waiting: 1 });
  saver.stop();
  await expect.poll(() => arrived).toHaveLength(2);
});

test.each(["round-closed", "already-submitted"])(
  "%s ends it; what is typed afterwards can still be copied",
  async (code) => {
    replies = [problem(409, { code })];
    const saver = open();
    saver.edit("a", 1);
    expect(await saver.flush()).toBe(false);
    const kind = code === "round-closed" ? "closed" : "submitted";
    expect(last()?.kind).toBe(kind);
    saver.edit("b", 2);
    expect(last()?.kind).toBe(kind);
    expect(Object.fromEntries(saver.unsaved())).toEqual({ a: 1, b: 2 });
    expect(arrived).toHaveLength(1);
  },
);

test("a clash is handed over with both values; the choice is written on top of the other's", async () => {
  replies = [clashAt("a")];
  const saver = open({ a: 6 });
  saver.edit("a", "mine");
  expect(await saver.flush()).toBe(false);
  expect(last()).toMatchObject({ kind: "clash", waiting: 0, open: 1 });
  expect([...saver.unsaved()]).toEqual([["a", "mine"]]);
  expect(clashes).toEqual([{ path: "a", mine: "mine", theirs: "theirs", rev: 7, by: "Kim", at: theirs.at }]);
  saver.edit("b", 1);
  expect(await saver.flush()).toBe(false);
  expect(last()?.kind).toBe("clash");
  arrived.pop();
  saver.settle(clashes[0] as Clash, "mine");
  expect(await saver.flush()).toBe(true);
  expect(last()).toMatchObject({ kind: "saved", open: 0 });
  expect(arrived[1]).toMatchObject([{ path: "a", base: 7, value: "mine" }]);
});

test("an answer cut off on its way is no answer: the same request is sent again", async () => {
  replies = [() => "cut off"];
  const saver = open();
  saver.edit("a", 1);
  expect(await saver.flush()).toBe(false);
  expect(last()?.kind).toBe("offline");
  await expect.poll(() => last()?.kind, { timeout: 4000 }).toBe("saved");
  expect(arrived[1]).toEqual(arrived[0]);
});

test.each([400, 403, 404])("a %i is the last word: what was typed can be copied", async (status) => {
  replies = [problem(status, {})];
  const saver = open();
  saver.edit("a", 1);
  expect(await saver.flush()).toBe(false);
  expect(last()).toMatchObject({ kind: "blocked", open: 1 });
  saver.edit("b", 2);
  expect(await saver.flush()).toBe(false);
  expect(arrived).toHaveLength(1);
  expect(Object.fromEntries(saver.unsaved())).toEqual({ a: 1, b: 2 });
});

test("too much for the server is sent in halves; one answer that is too large is refused, the others are saved", async () => {
  const judge: Reply = (operations) =>
    operations.some(({ path }) => path === "c") ? { status: 413, body: {} } : saveAll(operations);
  replies = Array.from({ length: 20 }, () => judge);
  const saver = open();
  for (const path of ["a", "b", "c", "d", "e"]) saver.edit(path, path);
  expect(await saver.flush()).toBe(false);
  expect(refused).toEqual(["c text-too-long"]);
  expect([...saver.unsaved()]).toEqual([["c", "c"]]);
  expect(last()?.kind).toBe("refused");
});

test("no request is larger than 256 kB, unless one answer alone is", async () => {
  const saver = open();
  for (const path of ["a", "b", "c"]) saver.edit(path, "ü".repeat(60_000));
  saver.edit("d", "x".repeat(400_000));
  expect(await saver.flush()).toBe(true);
  expect(arrived.map((operations) => operations.map(({ path }) => path).join(""))).toEqual(["ab", "c", "d"]);
});

test("who leaves the page while typing leaves the answer with the server", async () => {
  const saver = open();
  saver.edit("a", 1);
  saver.stop();
  await expect.poll(() => arrived).toMatchObject([[{ path: "a", value: 1 }]]);
});

test("leaving while a request is on its way: what came after it is written on top of it", async () => {
  const saver = open();
  saver.edit("a", 1);
  void saver.flush();
  saver.edit("a", 2);
  saver.stop();
  await expect.poll(() => arrived[1]).toMatchObject([{ path: "a", base: 1, value: 2 }]);
});

import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { type Clash, createSaver, type SaveState } from "#app/components/survey/saver.ts";

type Operation = { opId: string; path: string; base: number; value: unknown };
type Reply = (operations: Operation[]) => { status: number; body: unknown } | "hang up";

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

beforeAll(async () => {
  server = createServer(async (request, response) => {
    const parts: Buffer[] = [];
    for await (const part of request) parts.push(part);
    const { operations } = JSON.parse(Buffer.concat(parts).toString());
    arrived.push(operations);
    const reply = (replies.shift() ?? saveAll)(operations);
    if (reply === "hang up") return request.socket.destroy();
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
  const theirs = { rev: 7, value: "theirs", by: "Kim", at: "2026-11-23T11:59:00Z" };
  replies = [
    ([operation]) => ({
      status: 200,
      body: { savedAt: theirs.at, outcomes: [{ opId: operation?.opId, path: "a", clash: theirs }] },
    }),
  ];
  const saver = open({ a: 6 });
  saver.edit("a", "mine");
  await saver.flush();
  expect(clashes).toEqual([{ path: "a", mine: "mine", theirs: "theirs", rev: 7, by: "Kim", at: theirs.at }]);
  saver.settle(clashes[0] as Clash, "mine");
  await saver.flush();
  expect(arrived[1]).toMatchObject([{ path: "a", base: 7, value: "mine" }]);
});

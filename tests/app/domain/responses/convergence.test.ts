import { randomUUID } from "node:crypto";
import fc from "fast-check";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type Choice, type Clash, clashesIn, settlementOf } from "#app/components/survey/sync/clashes.ts";
import { createReplica, type QueuedEdit, type Replica } from "#app/components/survey/sync/replica.ts";
import { changesSchema } from "#app/domain/responses/changes-schema.ts";
import { readStanding } from "#app/domain/responses/read-response.server.ts";
import { saveChanges } from "#app/domain/responses/save-changes.server.ts";
import type { Viewer } from "#app/domain/viewer.ts";
import { check, type Kept } from "../../../faults/checker.ts";
import { createHistory, type History } from "../../../faults/history.ts";
import { faultsDefinition } from "../../../faults/questionnaire.ts";
import { createDatabase, type TestDatabase } from "../../../support/database.ts";
import { openSampleSheet, type SampleSheet } from "./sample-sheet.ts";

const CLIENTS = 8;
const RUNS = 25;

let database: TestDatabase;
beforeAll(async () => {
  database = await createDatabase();
});
afterAll(() => database?.dispose());

/** One browser: its replica, and the network between it and the server. */
type Client = { replica: Replica; viewer: Viewer; online: boolean };
type Step =
  | { do: "edit"; client: number; what: number; value: number }
  | { do: "send" | "pull" | "cut" | "heal"; client: number }
  /** the server has it, and its answer never arrives */
  | { do: "send-unheard"; client: number }
  | { do: "settle"; client: number; which: number; choice: "mine" | "theirs" };

const client = fc.nat(CLIENTS - 1);
const step: fc.Arbitrary<Step> = fc.oneof(
  { weight: 6, arbitrary: fc.record({ do: fc.constant("edit" as const), client, what: fc.nat(), value: fc.nat(30) }) },
  { weight: 4, arbitrary: fc.record({ do: fc.constantFrom("send" as const, "pull" as const), client }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constantFrom("cut" as const, "heal" as const), client }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant("send-unheard" as const), client }) },
  {
    weight: 1,
    arbitrary: fc.record({
      ...{ do: fc.constant("settle" as const), client, which: fc.nat() },
      choice: fc.constantFrom("mine" as const, "theirs" as const),
    }),
  },
);

/** What a person at this replica might write: every kind of field, entries that they see among them. */
function editOf(replica: Replica, what: number, value: number): { path: string; value: unknown } {
  const entries = [...replica.shown()].filter(([path, place]) => /\/@[^/]+$/.test(path) && place !== null);
  const entry = entries[what % Math.max(1, entries.length)]?.[0];
  const choices = [
    { path: "text_1", value: value === 0 ? null : `Satz ${value}` },
    { path: "zahl_1", value },
    { path: "themen/=a", value: value % 2 === 0 ? true : null },
    { path: "lage/eins", value: 1 + (value % 4) },
    { path: "adresse/ort", value: `Ort ${value}` },
    entry ? { path: `${entry}/name`, value: `Name ${value}` } : { path: `partner/@${randomUUID()}`, value },
    entry ? { path: entry, value: value % 3 === 0 ? null : value } : { path: "note", value: 1 + (value % 5) },
  ];
  return choices[what % choices.length] as { path: string; value: unknown };
}

test("any interleaving of edits by eight browsers with partitions ends in one state, and every edit is accounted for", {
  timeout: 600_000,
}, async () => {
  const definition = faultsDefinition();
  const property = fc.asyncProperty(fc.array(step, { minLength: 30, maxLength: 120 }), async (steps) => {
    const sheet = await openSampleSheet(database.db, { definition });
    const history = createHistory();
    const clients = await openClients(sheet);
    for (const one of steps) await take(one, clients, sheet, history);
    for (const one of clients) one.online = true;
    for (const one of clients) await drain(one, sheet, history);
    for (const one of clients) await pull(one, sheet);

    const kept = await readKept(sheet);
    expect(check(history.events, kept)).toEqual({ lost: [], duplicated: [], overwritten: [], invented: [] });
    const open = kept.operations.filter(({ rev, settledBy }) => rev === null && settledBy === null);
    const fields = kept.fields.map(({ path, rev, value }) => ({ path, rev, value }));
    for (const { replica } of clients) {
      expect(replica.queue()).toEqual([]);
      expect(sorted([...replica.fields().values()].map(({ path, rev, value }) => ({ path, rev, value })))).toEqual(
        sorted(fields),
      );
      // Both values of every clash are shown: what stands by its field, the other one here.
      expect(sorted(replica.clashes().map(({ opId, path, value }) => ({ opId, path, value })))).toEqual(
        sorted(open.map(({ opId, path, value }) => ({ opId, path, value }))),
      );
    }
  });
  await fc.assert(property, { numRuns: RUNS });
});

test("a clash ends with what the person chose: mine or theirs", async () => {
  for (const choice of ["mine", "theirs"] as const) {
    const sheet = await openSampleSheet(database.db, { definition: faultsDefinition() });
    const history = createHistory();
    const [one, other] = (await openClients(sheet)) as [Client, Client];
    one.replica.edit("zahl_1", 1);
    other.replica.edit("zahl_1", 2);
    await drain(one, sheet, history);
    await drain(other, sheet, history);
    // Typed once more before deciding, and not yet sent.
    other.replica.edit("zahl_1", 2);
    const [clash] = clashesIn(other.replica);
    if (!clash) throw new Error("no clash");
    for (const edit of settlementOf(other.replica, clash, choiceOf(clash, choice)).edits) {
      other.replica.edit(edit.path, edit.value, edit.settles);
    }
    await drain(other, sheet, history);
    for (const client of [one, other]) {
      await pull(client, sheet);
      expect(client.replica.clashes(), choice).toEqual([]);
      expect(client.replica.shown().get("zahl_1"), choice).toBe(choice === "mine" ? 2 : 1);
    }
  }
});

/** The latest of what clashed, or what stands. */
function choiceOf({ open }: Clash, choice: "mine" | "theirs"): Choice {
  return choice === "theirs" ? "standing" : { opId: open.at(-1)?.opId ?? "" };
}

async function openClients(sheet: SampleSheet): Promise<Client[]> {
  const standing = await readStanding(database.db, await sheet.invitation());
  return Array.from({ length: CLIENTS }, (_, index) => ({
    replica: createReplica(standing, [], randomUUID),
    viewer: index % 2 === 0 ? sheet.lead : sheet.member,
    online: true,
  }));
}

async function take(step: Step, clients: Client[], sheet: SampleSheet, history: History): Promise<void> {
  const client = clients[step.client] as Client;
  const { replica } = client;
  if (step.do === "cut" || step.do === "heal") client.online = step.do === "heal";
  if (step.do === "edit") {
    const { path, value } = editOf(replica, step.what, step.value);
    replica.edit(path, value);
  }
  if (step.do === "settle") {
    const clashes = clashesIn(replica);
    const clash = clashes[step.which % Math.max(1, clashes.length)];
    for (const edit of clash ? settlementOf(replica, clash, choiceOf(clash, step.choice)).edits : []) {
      replica.edit(edit.path, edit.value, edit.settles);
    }
  }
  if (!client.online) return;
  if (step.do === "pull") await pull(client, sheet);
  if (step.do === "send") await send(client, sheet, history, true);
  if (step.do === "send-unheard") await send(client, sheet, history, false);
}

/** Sends what waits, as the page does: unchanged and under the same ids until an answer was heard. */
async function send({ replica, viewer }: Client, sheet: SampleSheet, history: History, heard: boolean): Promise<void> {
  const waiting = replica.queue();
  if (waiting.length === 0) return;
  const sent = new Set(history.events.flatMap((event) => (event.kind === "invoke" ? [event.op.opId] : [])));
  for (const { opId, path, base, value } of waiting) {
    const op = { opId, path, base, value: value ?? null, sheet: sheet.roundId };
    if (!sent.has(opId)) history.log({ kind: "invoke", op });
  }
  replica.take(waiting);
  const { operations } = changesSchema.parse({ operations: waiting.map(operationOf) });
  const { outcomes } = await saveChanges(database.db, viewer, await sheet.invitation(), operations);
  if (!heard) return;
  for (const { opId, ...outcome } of outcomes) {
    const verdict = "clash" in outcome ? { clash: { rev: outcome.clash.rev } } : { rev: outcome.rev };
    history.log({ kind: "ok", opId, verdict });
  }
  replica.acknowledge(outcomes, { byId: viewer.accountId, by: viewer.name }, new Date().toISOString());
}

function operationOf({ opId, path, base, value, seen, settles }: QueuedEdit) {
  return { opId, path, base, value: value ?? null, ...(seen ? { seen } : {}), ...(settles ? { settles } : {}) };
}

async function drain(client: Client, sheet: SampleSheet, history: History): Promise<void> {
  while (client.replica.queue().length > 0) await send(client, sheet, history, true);
}

async function pull({ replica }: Client, sheet: SampleSheet): Promise<void> {
  replica.merge(await readStanding(database.db, await sheet.invitation(), replica.seq()));
}

async function readKept({ roundId: sheet }: SampleSheet): Promise<Kept> {
  const { db } = database;
  const operations = await db.selectFrom("operation").selectAll().where("round_id", "=", sheet).execute();
  const fields = await db.selectFrom("field").selectAll().where("round_id", "=", sheet).execute();
  return {
    operations: operations.map(({ op_id, base_op, settled_by, path, base, rev, value }) => ({
      ...{ opId: op_id, sheet, path, base, baseOp: base_op, rev, value, settledBy: settled_by },
    })),
    fields: fields.map(({ path, rev, value }) => ({ sheet, path, rev, value })),
    submissions: [],
  };
}

const sorted = <T>(rows: T[]): string[] => rows.map((row) => JSON.stringify(row)).sort();

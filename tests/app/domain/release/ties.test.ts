import { randomUUID } from "node:crypto";
import fc from "fast-check";
import { sql } from "kysely";
import { afterAll, beforeAll, expect, test } from "vitest";
import { transact } from "#db/client.server.ts";
import { eraseResponse } from "#db/queries/erasures.server.ts";
import { insertNamingStep } from "#db/queries/naming.server.ts";
import { listNodes, listTies } from "#db/queries/ties.server.ts";
import type { JsonObject } from "#surveys/json.ts";
import { createDatabase, type TestDatabase } from "../../../support/database.ts";
import { insertAccount } from "../../../support/people.ts";
import { releaseRound } from "./sample-round.ts";

const DEFINITION: JsonObject = {
  title: "Kontakte",
  elements: [
    { type: "boolean", name: "nennen", nameConsent: true },
    { type: "tagbox", name: "kontakt", roster: true, ties: "contact", choices: ["keine"] },
    { type: "tagbox", name: "wunsch", roster: true, ties: "wish", choices: ["keine"] },
    {
      type: "paneldynamic",
      name: "naeher",
      keyName: "projekt",
      templateElements: [
        { type: "dropdown", name: "projekt", choicesLazyLoadEnabled: true },
        { type: "radiogroup", name: "oft", ties: "frequency", choices: [1, 2, 3, { value: "wn", missing: true }] },
        { type: "checkbox", name: "art", ties: "kind", choices: ["fall", "antrag"], showOtherItem: true },
      ],
    },
    { type: "checkbox", name: "eng", ties: "closest", choicesFromQuestion: "kontakt" },
  ],
};

/** What a project said: of its name, and of the others by their place. */
type Said = {
  consent: boolean | null;
  state: "submitted" | "draft" | "silent";
  steps: number;
  contacts: number[];
  wishes: number[];
  often: { other: number; code: number | "wn"; about: ("antrag" | "fall" | "other")[] }[];
  /** of the contacts, every such one is among the closest */
  close: number;
};

const PLACES = 24;
const place = fc.integer({ min: 0, max: PLACES - 1 });
const places = fc.uniqueArray(place, { maxLength: 6 });
const said: fc.Arbitrary<Said> = fc.record({
  consent: fc.constantFrom(true, true, true, false, null),
  state: fc.constantFrom("submitted", "submitted", "submitted", "submitted", "draft", "silent"),
  steps: fc.constantFrom(0, 0, 0, 1, 2),
  contacts: places,
  wishes: places,
  often: fc.uniqueArray(
    fc.record({
      other: place,
      code: fc.constantFrom(1, 2, 3, "wn" as const),
      about: fc.uniqueArray(fc.constantFrom("antrag" as const, "fall" as const, "other" as const)),
    }),
    { selector: ({ other }) => other, maxLength: 3 },
  ),
  close: fc.integer({ min: 1, max: 3 }),
});

let database: TestDatabase;
let lead: string;
beforeAll(async () => {
  database = await createDatabase();
  lead = await insertAccount(database.db, { role: "steering" });
}, 120_000);
afterAll(() => database?.dispose());

type Options = { privacy?: "named" | "confidential"; strict?: boolean };

async function release(plans: readonly Said[], { privacy = "named", strict = false }: Options = {}) {
  const ids = plans.map(() => randomUUID());
  const idOf = (at: number) => ids[at] as string;
  const people = plans.map(({ consent, state, contacts, wishes, often, close }, i) => ({
    ...{ projectId: idOf(i), organisation: i % 8, attributes: { land: ["he"], ph_haupt: ["re"] } },
    draft: state === "draft",
    ...(state !== "silent" && {
      answers: {
        ...(consent === null ? {} : { nennen: consent }),
        kontakt: contacts.length > 0 ? contacts.map(idOf) : ["keine"],
        wunsch: wishes.map(idOf),
        naeher: often.map(({ other, code, about }) => ({
          ...{ projekt: idOf(other), oft: code },
          ...(about.length > 0 && { art: about }),
          ...(about.includes("other") && { "art-Comment": "Stammtisch" }),
        })),
        eng: contacts.filter((_, nr) => nr % close === 0).map(idOf),
      },
    }),
  }));
  const { release: row, roundId } = await releaseRound(database.db, people, {
    definition: DEFINITION,
    privacy,
    strict,
  });
  const steps = async (at: number, from: number, to: number) => {
    const { response_id } = await database.db
      .selectFrom("response")
      .innerJoin("invitation", "invitation.invitation_id", "response.invitation_id")
      .select("response_id")
      .where("response.round_id", "=", roundId)
      .where("invitation.project_id", "=", idOf(at))
      .executeTakeFirstOrThrow();
    for (let number = from; number <= to; number++) {
      await transact(database.db, (tx) =>
        insertNamingStep(tx, {
          ...{ round_id: roundId, response_id, number, withdrawn: number % 2 === 1, at: new Date(), by: lead },
        }),
      );
    }
  };
  for (const [at, { state, steps: n }] of plans.entries()) if (state !== "silent") await steps(at, 1, n);
  return { releaseId: row.release_id, roundId, ids, steps };
}

/** Rule 2, standard, of projects by their place; places of the same remainder by 8 belong to the same organisation. */
function isEnough(places: readonly number[]): boolean {
  const all = [...new Set(places)];
  const sizes = [...Map.groupBy(all, (at) => at % 8).values()].map(({ length }) => length);
  return all.length >= 6 && sizes.length >= 3 && 2 * Math.max(...sizes) <= all.length;
}

const networkOf = (releaseId: string) =>
  database.report
    .selectFrom("release_network")
    .selectAll()
    .where("release_id", "=", releaseId)
    .executeTakeFirstOrThrow();

const read = async (releaseId: string) => ({
  nodes: (await listNodes(database.report, releaseId)).map((node) => node.project_id).sort(),
  ties: (await listTies(database.report, releaseId)).map((tie) => [
    ...[tie.from_project_id, tie.to_project_id, tie.frequency, tie.kinds.join(" "), tie.closest],
  ]),
});

test("a tie is drawn only between two that both said yes and did not withdraw; the others are a number", async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(said, { minLength: PLACES, maxLength: PLACES }), async (plans) => {
      // Enough answers for a release, whatever was drawn.
      const all = plans.map((plan, i): Said => (i < 12 ? { ...plan, state: "submitted" } : plan));
      const { releaseId, ids } = await release(all);
      const counts = ({ state }: Said) => state === "submitted";
      const yes = all.map((plan) => plan.consent === true && counts(plan));
      const shown = all.map(({ steps }, i) => yes[i] && steps % 2 === 0);
      const reports = all.flatMap(({ contacts, often }, from) =>
        counts(all[from] as Said)
          ? contacts
              .filter((to) => to !== from)
              .map((to) => ({ from, to, said: often.find(({ other }) => other === to) }))
          : [],
      );
      const drawn = reports.filter(({ from, to }) => shown[from] && shown[to]);
      const { nodes, ties } = await read(releaseId);
      expect(nodes).toEqual(ids.filter((_, i) => shown[i]).sort());
      const isClose = (from: number, to: number) => {
        const { contacts, close } = all[from] as Said;
        return contacts.includes(to) && contacts.indexOf(to) % close === 0;
      };
      const expected = drawn.map(({ from, to, said: { code, about } = { code: "wn" as const, about: [] } }) => [
        ...[ids[from], ids[to], code === "wn" ? null : String(code)],
        // In the order of the question, without what was typed.
        ["fall", "antrag"].filter((kind) => (about as string[]).includes(kind)).join(" "),
        isClose(from, to) && isClose(to, from),
      ]);
      expect(ties.sort()).toEqual(expected.sort());

      const network = await networkOf(releaseId);
      const hidden = reports.filter(({ from, to }) => !(yes[from] && yes[to]));
      const touched = hidden.flatMap(({ from, to }) => [from, to].filter((at) => !yes[at]));
      expect(network.reports_not_drawn).toBe(isEnough(touched) ? hidden.length : null);
      const wishes = all.flatMap((plan, from) =>
        counts(plan) ? plan.wishes.flatMap((to) => (to === from ? [] : [{ from, to }])) : [],
      );
      const isMutual = ({ from, to }: { from: number; to: number }) =>
        wishes.some((other) => other.from === to && other.to === from);
      const isKnown = ({ from, to }: { from: number; to: number }) =>
        reports.some((one) => (one.from === from && one.to === to) || (one.from === to && one.to === from));
      const isTold = isEnough(wishes.map(({ from }) => from));
      const part = (isSuch: (wish: { from: number; to: number }) => boolean) => {
        const [such, others] = [wishes.filter(isSuch), wishes.filter((one) => !isSuch(one))];
        return isTold && [such, others].every((ones) => isEnough(ones.map(({ from }) => from))) ? such.length : null;
      };
      expect([network.wishes, network.wishes_mutual, network.wishes_known]).toEqual([
        ...[isTold ? wishes.length : null, part(isMutual), part(isKnown)],
      ]);
      // Nothing of a release names a project without consent, as an id or otherwise.
      const rows = await Promise.all(
        ["release_network", "release_node", "release_tie", "release_item", "release_figure"].map((table) =>
          sql<object>`select * from ${sql.table(table)} where release_id = ${releaseId}`.execute(database.owner),
        ),
      );
      const everything = JSON.stringify(rows.map((one) => one.rows));
      for (const id of ids.filter((_, i) => !yes[i])) expect(everything).not.toContain(id);
      expect(everything).not.toContain("Stammtisch");
    }),
    { numRuns: 8, endOnFailure: true },
  );
}, 120_000);

const plan: Said = { consent: true, state: "submitted", steps: 0, contacts: [], wishes: [], often: [], close: 1 };
const ring = Array.from({ length: PLACES }, (_, i) => ({ ...plan, contacts: [(i + 1) % PLACES] }));

test("a withdrawal counts at once, also for what is frozen, and so do giving it again and erasing", async () => {
  const { releaseId, roundId, ids, steps } = await release(ring);
  const sizes = async () => {
    const { nodes, ties } = await read(releaseId);
    return { first: nodes.includes(ids[0] as string), ties: ties.length };
  };
  expect(await sizes()).toEqual({ first: true, ties: PLACES });
  await steps(0, 1, 1);
  expect(await sizes()).toEqual({ first: false, ties: PLACES - 2 });
  await steps(0, 2, 2);
  expect(await sizes()).toEqual({ first: true, ties: PLACES });
  const { invitation_id: invitationId } = await database.db
    .selectFrom("invitation")
    .select("invitation_id")
    .where("round_id", "=", roundId)
    .where("project_id", "=", ids[0] as string)
    .executeTakeFirstOrThrow();
  await transact(database.db, (tx) => eraseResponse(tx, { roundId, invitationId }));
  expect(await sizes()).toEqual({ first: false, ties: PLACES - 2 });
});

test("what is not drawn is told of those whom the reports touch, not of all who are not named", async () => {
  // Eight did not consent, one of them is named by somebody.
  const one = ring.map((plan, i) => ({ ...plan, consent: i >= 8, contacts: i === 9 ? [0] : [] }));
  const { releaseId } = await release(one);
  expect((await networkOf(releaseId)).reports_not_drawn).toBeNull();
  // And six of them, of six organisations.
  const six = one.map((plan, i) => ({ ...plan, contacts: i >= 9 && i < 15 ? [i - 9] : [] }));
  expect((await networkOf((await release(six)).releaseId)).reports_not_drawn).toBe(6);
});

test("of wishes nothing is told that is true of all or none, and of strict rounds no number that is exact", async () => {
  const pairs = ring.map((plan, i) => ({
    ...plan,
    wishes: [i % 2 ? i - 1 : i + 1],
    contacts: [i % 2 ? i - 1 : i + 1],
  }));
  const all = await networkOf((await release(pairs)).releaseId);
  const { wishing, wishes, wishes_mutual: mutual, wishes_known: known } = all;
  expect([wishing, wishes, mutual, known]).toEqual([PLACES, PLACES, null, null]);
  const strict = await networkOf((await release(pairs, { strict: true })).releaseId);
  expect([strict.reports_not_drawn, strict.wishing, strict.wishes]).toEqual([null, null, null]);
});

test("a confidential round freezes none", async () => {
  const { releaseId } = await release(ring, { privacy: "confidential" });
  expect(await read(releaseId)).toEqual({ nodes: [], ties: [] });
});

import { sql } from "kysely";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { protectedCount } from "#app/domain/disclosure/protect.ts";
import { recordKey } from "#app/domain/disclosure/record-keys.ts";
import { ruleFor } from "#app/domain/disclosure/rule.ts";
import type { Tx } from "#db/client.server.ts";
import { createDatabase, startTransaction, type TestDatabase } from "../../../support/database.ts";
import { participants, releaseRound } from "./sample-round.ts";

let database: TestDatabase;
let tx: Tx;
let rollback: () => Promise<void>;

beforeAll(async () => {
  database = await createDatabase();
});
afterAll(() => database.dispose());
beforeEach(async () => {
  ({ tx, rollback } = await startTransaction(database.db));
});
afterEach(() => rollback());

type Released = Awaited<ReturnType<typeof releaseRound>>;
const GROUPS = ["person", "umfeld", "beides"];

/** Who gave which code to an item, by SQL of its own, with the group that the project belongs to. */
async function answersTo({ roundId }: Released, item: string) {
  const { rows } = await sql<{ group: string; code: string; rank: number | null; id: string }>`
    select i.attributes -> 'ansatz' ->> 0 as "group", c.code, c.number as rank, c.response_id as id
    from cell c join response r using (round_id, response_id) join invitation i using (round_id, invitation_id)
    where c.round_id = ${roundId} and c.item = ${item} and c.visible and r.state <> 'draft'`.execute(tx);
  return rows;
}

/** A count of these people as the key of the round protects it. */
async function protectionOf({ roundId }: Released, strict: boolean) {
  const { key } = await tx
    .selectFrom("rounding_key")
    .select("key")
    .where("round_id", "=", roundId)
    .executeTakeFirstOrThrow();
  return (ids: string[], item: string, code: string, rank: number | null = null, empty?: string) => {
    const records = ids.reduce((sum, id) => sum + BigInt(recordKey(key, id)), 0n);
    return protectedCount(ids.length, { item, code, rank, empty }, records, key, ruleFor({ strict }));
  };
}

const countsOf = (figure: ReturnType<Released["figure"]>) => figure?.counts.map(({ code, rank, n }) => [code, rank, n]);

describe("figures within breakdowns", () => {
  it("are protected by the key of the round and the sum of the record keys of those who gave a code", async () => {
    const released = await releaseRound(tx, participants());
    const protect = await protectionOf(released, false);
    const given = await answersTo(released, "bed/zugang");
    let changed = 0;
    for (const group of GROUPS) {
      const expected = ["1", "2", "3", "4", "5", "wn"].flatMap((code) => {
        const ids = given.filter((one) => one.group === group && one.code === code).map(({ id }) => id);
        // What nobody gave at all is known from the exact total.
        const isGiven = given.some((one) => one.code === code);
        const n = protect(ids, "bed/zugang", code, null, isGiven ? `ansatz/${group}` : undefined);
        if (n !== ids.length) changed++;
        return n > 0 ? [[code, null, n] as [string, null, number]] : [];
      });
      const figure = released.figure("bed/zugang", "ansatz", group);
      expect(countsOf(figure)).toEqual(expected);
      const valid = expected.filter(([code]) => code !== "wn");
      const base = valid.reduce((sum, [, , n]) => sum + n, 0);
      expect(figure?.base).toBe(base);
      const mean = valid.reduce((sum, [code, , n]) => sum + Number(code) * n, 0) / base;
      expect(figure?.mean).toBeCloseTo(mean, 12);
    }
    expect(changed).toBeGreaterThan(5);
  });

  it("protect every position of a ranking, and give no code more than the base", async () => {
    const released = await releaseRound(tx, participants());
    const protect = await protectionOf(released, false);
    const given = await answersTo(released, "rang");
    for (const group of GROUPS) {
      const own = given.filter((one) => one.group === group);
      const base = protect([...new Set(own.map(({ id }) => id))], "rang", "-base");
      const figure = released.figure("rang", "ansatz", group);
      expect(figure?.base).toBe(base);
      const expected = ["a", "b", "c"].flatMap((code) => {
        let left = base;
        return [1, 2, 3].flatMap((rank) => {
          const ids = own.filter((one) => one.code === code && one.rank === rank).map(({ id }) => id);
          const isGiven = given.some((one) => one.code === code && one.rank === rank);
          const n = Math.min(left, protect(ids, "rang", code, rank, isGiven ? `ansatz/${group}` : undefined));
          left -= n;
          return n > 0 ? [[code, rank, n]] : [];
        });
      });
      expect(countsOf(figure)).toEqual(expected);
    }
  });

  it.each([{ strict: false }, { strict: true }])(
    "show multiples only, totals of strict rounds too: $strict",
    async ({ strict }) => {
      const { figures, groups, release } = await releaseRound(tx, participants(), { strict });
      const { multiple } = ruleFor({ strict });
      const isProtected = ({ breakdown }: { breakdown: string }) => strict || breakdown !== "total";
      const shown = figures.filter(isProtected);
      expect(shown.length).toBeGreaterThan(strict ? 7 : 20);
      for (const row of shown) {
        const numbers = [row.base, row.unanswered, row.respondents ?? 0, ...row.counts.map(({ n }) => n)];
        for (const n of numbers) expect(n % multiple, JSON.stringify(row)).toBe(0);
        expect(row.counts.every(({ n }) => n > 0)).toBe(true);
      }
      for (const group of groups.filter(({ breakdown }) => breakdown !== "total")) expect(group.n % multiple).toBe(0);
      expect(release.rule).toMatchObject({ totals: strict ? "protected" : "exact" });
    },
  );

  it.each([{ strict: false }, { strict: true }])(
    "count numbers by the bands of the version: $strict",
    async ({ strict }) => {
      const definition = { elements: [{ type: "text", name: "faelle", inputType: "number", bands: [6, 12, 30] }] };
      const released = await releaseRound(tx, participants(), { definition, strict });
      const protect = await protectionOf(released, strict);
      const { rows: given } = await sql<{ group: string; id: string; number: number }>`
      select i.attributes -> 'ansatz' ->> 0 as "group", c.response_id as id, c.number
      from cell c join response r using (round_id, response_id) join invitation i using (round_id, invitation_id)
      where c.round_id = ${released.roundId} and c.item = 'faelle' and r.state <> 'draft'`.execute(tx);
      const inBand = (code: string) =>
        given.filter(({ number }) => {
          if (code === "u6") return number < 6;
          return code === "6_u12" ? number >= 6 && number < 12 : number >= 12 && number < 30;
        });
      expect(released.items[0]?.codes.map(({ code }) => code)).toEqual(["u6", "6_u12", "12_u30", "ab30"]);
      const codes = ["u6", "6_u12", "12_u30"];
      const total = released.figure("faelle");
      if (!strict) {
        expect(countsOf(total)).toEqual(codes.map((code) => [code, null, inBand(code).length]));
        expect(total).toMatchObject({ base: given.length });
        expect(total?.median).not.toBeNull();
      }
      for (const group of GROUPS) {
        const expected = [...codes, ...(strict ? ["ab30"] : [])].flatMap((code) => {
          const ids = code === "ab30" ? [] : inBand(code).flatMap((one) => (one.group === group ? one.id : []));
          const n = protect(ids, "faelle", code, null, `ansatz/${group}`);
          return n > 0 ? [[code, null, n] as [string, null, number]] : [];
        });
        const figure = released.figure("faelle", "ansatz", group);
        if (!figure && strict) continue;
        expect(countsOf(figure)).toEqual(expected);
        const base = expected.reduce((sum, [, , n]) => sum + n, 0);
        expect(figure).toMatchObject({ base, mean: null, sd: null, q1: null, median: null, q3: null });
      }
    },
  );

  it("say of numbers without bands how many there are, and nothing else", async () => {
    const { figures } = await releaseRound(tx, participants(), { strict: true });
    const rows = figures.filter(({ item }) => item === "faelle");
    expect(rows.length).toBeGreaterThan(0);
    for (const row of rows) expect(row).toMatchObject({ mean: null, sd: null, q1: null, median: null, counts: [] });
  });
});

it("withholds by who answered and never by what: other answers change no decision", async () => {
  const decisions = async (shift: number) => {
    const people = participants().map((one, i) => {
      if (!one.answers) return one;
      const bed = { zugang: 1 + ((i * 3 + shift) % 5), austausch: 1 + ((i + shift) % 5) };
      return { ...one, answers: { ...one.answers, bed, plan: (i + shift) % 2 ? "kurz" : "lang" } };
    });
    const { items, groups } = await releaseRound(tx, people);
    const names = groups.map(({ breakdown, group_code }) => `${breakdown} ${group_code}`);
    return { names, withheld: items.map(({ item, withheld }) => [item, withheld]) };
  };
  const first = await decisions(0);
  for (const shift of [1, 2]) expect(await decisions(shift)).toEqual(first);
});

import { expect, test } from "vitest";
import { clashesIn, settlementOf, textsOf } from "#app/components/survey/sync/clashes.ts";
import { createReplica } from "#app/components/survey/sync/replica.ts";

const AT = "2026-11-28T12:00:00.000Z";
const fieldOf = (path: string, value: unknown) => ({ path, value, rev: 2, seq: 2, by: "Lea", byId: "lea", at: AT });
const clashOf = (opId: string, byId: string, value: unknown, path = "warum") => ({
  ...{ opId, path, value, byId, by: byId, at: AT },
});

function replicaOf(standing: unknown, open: [string, string, unknown][], path = "warum") {
  const clashes = open.map(([opId, byId, value]) => clashOf(opId, byId, value, path));
  let next = 0;
  return createReplica({ seq: 3, fields: [fieldOf(path, standing)], clashes }, [], () => `new${++next}`);
}
const THREE: [string, string, unknown][] = [
  ["op-a", "anna", "von Anna"],
  ["op-b", "ben", "von Ben"],
];
function only<T>(found: readonly T[]): T {
  expect(found).toHaveLength(1);
  return found[0] as T;
}

test("each of three versions can be taken, and all of the shown ones are settled", () => {
  const replica = replicaOf("von Lea", THREE);
  const clash = only(clashesIn(replica));
  const settles = ["op-a", "op-b"];
  const taken = (choice: Parameters<typeof settlementOf>[2]) => settlementOf(replica, clash, choice, "ben").edits;
  expect(taken("standing")).toEqual([{ path: "warum", value: "von Lea", settles }]);
  expect(taken({ opId: "op-a" })).toEqual([{ path: "warum", value: "von Anna", settles }]);
  expect(taken({ opId: "op-b" })).toEqual([{ path: "warum", value: "von Ben", settles }]);
  expect(taken("all")).toEqual([{ path: "warum", value: "von Lea\nvon Anna\nvon Ben", settles }]);
});

test("what clashed after the versions were shown stays open", () => {
  const replica = replicaOf("von Lea", THREE.slice(0, 1));
  const shown = only(clashesIn(replica));
  replica.merge({ seq: 4, fields: [], clashes: THREE.map(([opId, byId, value]) => clashOf(opId, byId, value)) });
  expect(only(settlementOf(replica, shown, "all").edits)).toMatchObject({
    value: "von Lea\nvon Anna",
    settles: ["op-a"],
  });
});

test("taking a decision back brings what stood; where that was chosen, one's own version, or else the latest", () => {
  const replica = replicaOf("von Lea", THREE);
  const clash = only(clashesIn(replica));
  expect(settlementOf(replica, clash, "all", "anna").undo.value).toBe("von Lea");
  expect(settlementOf(replica, clash, { opId: "op-a" }, "anna").undo.value).toBe("von Lea");
  expect(settlementOf(replica, clash, "standing", "anna").undo.value).toBe("von Anna");
  expect(settlementOf(replica, clash, "standing", "lea").undo.value).toBe("von Ben");
});

test("texts are those that say something, each once; numbers and choices are not joined", () => {
  const texts = (standing: unknown, open: unknown[], path?: string) =>
    textsOf(
      only(
        clashesIn(
          replicaOf(
            standing,
            open.map((value, i) => [`op${i}`, "anna", value]),
            path,
          ),
        ),
      ),
    );
  expect(texts("a", ["b", "a", "c"])).toEqual(["a", "b", "c"]);
  expect(texts(null, ["b", "c"])).toEqual(["b", "c"]);
  expect(texts(1, [2])).toEqual([]);
  expect(texts("a", [2])).toEqual([]);
  expect(texts("a", ["b"], "thema/=recht")).toEqual([]);
});

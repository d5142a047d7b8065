import fc from "fast-check";
import { expect, test } from "vitest";
import { type Profile, proposalsFor } from "#app/domain/exchange/propose.ts";
import { TOPICS, type Topic } from "#app/domain/exchange/topics.ts";

const profile = (projectId: string, said: Partial<Profile>): Profile => ({
  ...{ projectId, project: projectId, organisation: "Träger", phenomenon: null, region: null },
  ...{ seeks: [], seeksText: "", offers: [], offersText: "", ...said },
});

test("both ways first, then more topics, then the same phenomenon, then the same region, then by name", () => {
  const own = profile("own", { seeks: ["haft", "recht"], offers: ["online"], phenomenon: "re", region: "nord" });
  const all = [
    profile("z", { offers: ["haft"] }),
    profile("a", { offers: ["haft"] }),
    profile("region", { offers: ["haft"], region: "nord" }),
    profile("phenomenon", { offers: ["recht"], phenomenon: "re" }),
    profile("two", { offers: ["haft", "recht"] }),
    profile("both", { offers: ["haft"], seeks: ["online"] }),
    profile("none", { offers: ["gender"], seeks: ["haft"] }),
    own,
  ];
  const found = proposalsFor(own, all);
  expect(found.map((one) => one.profile.projectId)).toEqual(["both", "two", "phenomenon", "region", "a", "z"]);
  expect(found[0]).toMatchObject({ gives: ["haft"], takes: ["online"] });
});

test("whoever fits one is fitted by it, with what is given and taken exchanged", () => {
  const topics = fc.subarray([...TOPICS]) as fc.Arbitrary<Topic[]>;
  fc.assert(
    fc.property(fc.array(fc.record({ seeks: topics, offers: topics }), { minLength: 2, maxLength: 6 }), (said) => {
      const all = said.map((one, i) => profile(String(i), one));
      for (const one of all) {
        for (const { profile: other, gives, takes } of proposalsFor(one, all)) {
          const back = proposalsFor(other, all).find((two) => two.profile.projectId === one.projectId);
          expect(back).toMatchObject({ gives: takes, takes: gives });
          expect(other.projectId).not.toBe(one.projectId);
        }
        const ways = proposalsFor(one, all).map(({ isMutual }) => isMutual);
        expect(ways).toEqual(ways.toSorted((a, b) => Number(b) - Number(a)));
      }
    }),
  );
});

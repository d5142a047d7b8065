import { describe, expect, it } from "vitest";
import { type SampleAnswer, sampleTraining } from "#db/seed/answers/index.ts";
import { at, mean, numbers, share } from "./statistics.ts";

const phases = ["vor", "nach", "monate3"] as const;
/** Thirty trainings: one of 36 people is too small for a mean. */
const trainings = Array.from({ length: 30 }, (_, i) => `training ${i}`);
const of = (phase: (typeof phases)[number]) => trainings.flatMap((training) => sampleTraining(1, training, phase));
const [before, after, later] = phases.map(of) as [SampleAnswer[], SampleAnswer[], SampleAnswer[]];
const abilities = ["erkennen", "gespraech", "umfeld", "recht", "verweisen", "selbstschutz"];
const level = (answers: SampleAnswer[], question = "ko") =>
  mean(abilities.map((key) => mean(numbers(answers.map((answer) => at(answer, question, key))))));
const codeOf = (answer: SampleAnswer) => [1, 2, 3, 4, 5, 6].map((i) => answer[`code_${i}`]);

describe("sample answers to fortbildung", () => {
  it("are the same for the same seed and training, and others for another", () => {
    expect(sampleTraining(1, "a", "nach")).toEqual(sampleTraining(1, "a", "nach"));
    expect(sampleTraining(1, "a", "nach")).not.toEqual(sampleTraining(1, "b", "nach"));
    expect(phases.map((phase) => sampleTraining(1, "a", phase).length)).toEqual([36, 33, 21]);
  });

  it("gain .7 by the training, lose .2 in three months, and look lower in hindsight", () => {
    expect(Math.abs(level(after) - level(before) - 0.7)).toBeLessThan(0.08);
    expect(Math.abs(level(later) - level(after) + 0.2)).toBeLessThan(0.08);
    expect(level(after, "ko_damals")).toBeLessThan(level(before) - 0.15);
  });

  it("know more afterwards and seldom do not know", () => {
    const right = { wi_1: "b", wi_2: "d", wi_3: "a", wi_4: "c" };
    for (const [key, code] of Object.entries(right)) {
      const correct = (answers: SampleAnswer[]) => share(answers, (answer) => answer[key] === code);
      expect(correct(after), key).toBeGreaterThan(correct(before) + 0.12);
      expect(share(before, (answer) => answer[key] === "wn")).toBeGreaterThan(0.1);
      expect(share(after, (answer) => answer[key] === "wn")).toBeLessThan(0.1);
    }
  });

  it("can be joined by the code for seven in ten, allowing one slip where it is unique", () => {
    const shares = trainings.map((training) => {
      const first = sampleTraining(1, training, "vor").map(codeOf);
      const second = sampleTraining(1, training, "nach").map(codeOf);
      const joined = second.filter((code) => {
        if (code.some((sign) => sign === undefined)) return false;
        const near = first.filter((other) => other.filter((sign, i) => sign !== code[i]).length <= 1);
        return near.length === 1;
      });
      return joined.length / second.length;
    });
    expect(Math.abs(mean(shares) - 0.7)).toBeLessThan(0.08);
  });

  it("say in open texts nothing but the stock of remarks, in two of five cases", () => {
    expect(Math.abs(share(after, ({ lob }) => lob !== undefined) - 0.42)).toBeLessThan(0.06);
    const remarks = new Set(after.flatMap(({ lob, aendern }) => [lob, aendern]).filter((text) => text !== undefined));
    expect(remarks.size).toBeLessThan(20);
  });
});

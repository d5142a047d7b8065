import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { readDefinition } from "#surveys/definition.ts";
import { releaseHints } from "#surveys/release-hints.ts";
import { definitionOf } from "./read.ts";

const FOLDER = new URL("../../surveys/definitions/", import.meta.url);

function own(name: string) {
  const { definition } = readDefinition(JSON.parse(readFileSync(new URL(`${name}/1.json`, FOLDER), "utf8")));
  if (!definition) throw new Error(`${name} cannot be read`);
  const hints = releaseHints(definition);
  const polarity = (key: string) => definition.items.filter((item) => item.key === key).map(hints.polarityOf)[0];
  return { definition, hints, polarity };
}

describe("hints of any definition", () => {
  test("a column's polarity holds for its cells, and a reversed row turns it", () => {
    const definition = definitionOf([
      {
        type: "matrixdropdown",
        name: "m",
        rows: ["a/b", "c"],
        reversed: ["c"],
        columns: [
          { name: "x", cellType: "rating", polarity: "high-bad" },
          { name: "y", cellType: "rating" },
        ],
      },
      {
        type: "paneldynamic",
        name: "p",
        templateElements: [{ type: "rating", name: "r", polarity: "neutral" }],
      },
    ]);
    const { polarityOf } = releaseHints(definition);
    expect(Object.fromEntries(definition.items.map((item) => [item.key, polarityOf(item)]))).toEqual({
      "m/a~1b/x": "high-bad",
      "m/a~1b/y": "high-good",
      "m/c/x": "high-good",
      "m/c/y": "high-bad",
      "p/r": "neutral",
    });
  });

  test("the consent to being named is one plain yes, with the code that the definition stores for it", () => {
    const ask = (name: string, more: object = {}) => ({ type: "boolean", name, nameConsent: true, ...more });
    const consentOf = (...elements: object[]) => releaseHints(definitionOf(elements)).nameConsent;
    expect(consentOf(ask("a"))).toEqual({ item: "a", yes: "true" });
    expect(consentOf(ask("a/b", { valueTrue: "ja" }), ask("c", { nameConsent: 1 }))).toEqual({
      item: "a~1b",
      yes: "ja",
    });
    expect(consentOf(ask("a", { type: "text" }))).toBeUndefined();
    expect(consentOf(ask("a"), ask("b"))).toBeUndefined();
    expect(consentOf({ type: "paneldynamic", name: "p", templateElements: [ask("a")] })).toBeUndefined();
  });

  test("linking takes the comment and everything inside along", () => {
    const definition = definitionOf([
      { type: "text", name: "code", linking: true, showCommentArea: true },
      { type: "paneldynamic", name: "p", linking: true, templateElements: [{ type: "text", name: "x" }] },
      { type: "text", name: "free" },
    ]);
    const { isReleased } = releaseHints(definition);
    expect(definition.items.filter(isReleased).map(({ key }) => key)).toEqual(["free"]);
  });

  test("anything else than the words known is no hint", () => {
    const definition = definitionOf(
      [{ type: "rating", name: "q", polarity: "constructor", reversed: "q", linking: 1 }],
      {
        excludedBreakdowns: "land",
      },
    );
    const hints = releaseHints(definition);
    expect(hints.excludedBreakdowns).toEqual([]);
    expect(definition.items.map((item) => [hints.isReleased(item), hints.polarityOf(item)])).toEqual([
      [true, "high-good"],
    ]);
  });
});

describe("hints of our questionnaires", () => {
  test("strain is bad at its upper end, recovery and backing are good", () => {
    const { polarity } = own("bedarfe");
    expect(polarity("team_last/emotional")).toBe("high-bad");
    expect(polarity("team_last/erholung")).toBe("high-good");
    expect(polarity("team_last/rueckhalt")).toBe("high-good");
    expect(polarity("res_stellen")).toBe("high-bad");
    expect(polarity("res_plan")).toBe("neutral");
    expect(own("puls").polarity("pu_druck")).toBe("high-bad");
    expect(own("schnittstellen").polarity("ss_freq/polizei")).toBe("neutral");
    expect(own("schnittstellen").polarity("ss_detail/polizei/guete")).toBe("high-good");
  });

  test("cooperation is never broken down by Land, linking codes are never released", () => {
    expect(own("schnittstellen").hints.excludedBreakdowns).toEqual(["land"]);
    const { definition, hints } = own("fortbildung");
    const released = definition.items.filter(hints.isReleased).map(({ key }) => key);
    expect(released.filter((key) => key.startsWith("code_"))).toEqual([]);
    expect(definition.items.length - released.length).toBe(6);
  });

  test("the survey of the network asks whether the project may be named, the others do not", () => {
    const asked = readdirSync(FOLDER).map((name) => [name, own(name).hints.nameConsent]);
    expect(asked.filter(([, consent]) => consent)).toEqual([["netzwerk", { item: "nw_ok", yes: "true" }]]);
  });

  test("a number comes in bands, so that breakdowns can show it", () => {
    for (const name of readdirSync(FOLDER)) {
      const { definition, hints } = own(name);
      const bare = definition.items.filter((item) => item.scale === "number" && !hints.bandsOf(item));
      expect(bare.map(({ key }) => `${name} ${key}`)).toEqual([]);
    }
  });

  test("every hint is a word that is known", () => {
    for (const name of readdirSync(FOLDER)) {
      const { definition } = own(name);
      for (const { source } of definition.questions) {
        expect([undefined, "high-good", "high-bad", "neutral"]).toContain(source.polarity);
      }
    }
  });
});

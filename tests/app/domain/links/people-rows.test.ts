import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { readPeopleRows } from "#app/domain/links/people-rows.ts";

const NOBODY = new Set<string>();
const read = (text: string, known: ReadonlySet<string> = NOBODY) =>
  readPeopleRows(text, known).map(({ line, name, address, locale, state, fault }) => [
    line,
    name,
    address,
    locale,
    fault ?? state,
  ]);

describe("a pasted list of people", () => {
  test("is read as it is pasted: semicolons, tabs, commas, mail programs, several columns of name, heads left out", () => {
    const text = [
      "Name;Adresse;Sprache",
      "Anna Muster; Anna@Example.org; de",
      "Ben\tMuster\tben@example.org\tEnglish",
      "carla@example.org",
      "",
      "Dora Muster <dora@example.org>",
      '"Emil Muster",emil@example.org,en',
      "fritz@example.org;Fritz Muster;de",
    ].join("\r\n");
    expect(read(text)).toEqual([
      [2, "Anna Muster", "anna@example.org", "de", "new"],
      [3, "Ben Muster", "ben@example.org", "en", "new"],
      [4, "", "carla@example.org", "de", "new"],
      [6, "Dora Muster", "dora@example.org", "de", "new"],
      [7, "Emil Muster", "emil@example.org", "en", "new"],
      [8, "Fritz Muster", "fritz@example.org", "de", "new"],
    ]);
  });

  test("says at the row what is wrong with it, and knows doubles and who is invited already", () => {
    const text = [
      "Anna;anna@example.org",
      "Anna zum zweiten;ANNA@example.org;de",
      "Ohne Adresse;;de",
      "Falsch;falsch@ohne-punkt",
      "Zwei;a@example.org;b@example.org",
      "Sprache;c@example.org;fr",
      "Zu viel;d@example.org;de;noch etwas",
      `${"x".repeat(201)};e@example.org`,
      "Schon da;schon@example.org",
    ].join("\n");
    expect(read(text, new Set(["schon@example.org"])).map((row) => row[4])).toEqual([
      ...["new", "double", "address-missing", "address-invalid", "several-addresses", "language", "columns"],
      ...["name-long", "known"],
    ]);
    expect(readPeopleRows(text, NOBODY)[1]?.of).toBe(1);
  });

  test("a line of blanks is none, one of quotes or brackets is too long, and neither stops the process", () => {
    const near = 999;
    const lines = [
      "\t".repeat(50_000),
      '"'.repeat(16_000),
      `${"\t".repeat(50_000)}Anna;anna@example.org${" ".repeat(50_000)}`,
      `x${" ".repeat(16_000)}x`,
      ...['"', "<", " <", "'", ";"].map((sign) => `a${sign.repeat(near / sign.length - 2)}b`),
    ];
    expect(read(lines.join("\n")).map((row) => [row[0], row[2], row[4]])).toEqual([
      [2, "", "line-long"],
      [3, "anna@example.org", "new"],
      [4, "", "line-long"],
      ...[5, 6, 7, 8, 9].map((line) => [line, "", "address-missing"]),
    ]);
    expect(read(`${"x".repeat(983)}@example.org;Anna`)[0]?.[4]).toBe("address-invalid");
  });

  test("mail programs write the name with quotes or without, and a comma behind", () => {
    const lines = [
      '"Muster, Anna" <anna@example.org>,',
      "<ben@example.org>;",
      "Carla<carla@example.org>",
      "a>b <d@e.org>",
    ];
    expect(read(lines.join("\n")).map((row) => [row[1], row[2], row[4]])).toEqual([
      ["Muster, Anna", "anna@example.org", "new"],
      ["", "ben@example.org", "new"],
      ["Carla", "carla@example.org", "new"],
      ["", "a>b <d@e.org>", "address-invalid"],
    ]);
  });

  test("whatever is pasted: rows come in order, addresses are new once, and names are one line", () => {
    const cell = fc.oneof(fc.emailAddress(), fc.constantFrom("de", "en", "", "Anna", "a@b.de"), fc.string());
    const line = fc.array(cell, { maxLength: 5 }).map((cells) => cells.join(";"));
    fc.assert(
      fc.property(fc.array(line, { maxLength: 20 }), (lines) => {
        const rows = readPeopleRows(lines.join("\n"), NOBODY);
        const fresh = rows.filter((row) => row.state === "new").map((row) => row.address);
        expect(new Set(fresh).size).toBe(fresh.length);
        expect(rows.map((row) => row.line)).toEqual(rows.map((row) => row.line).toSorted((a, b) => a - b));
        for (const row of rows) {
          expect(row.name).not.toMatch(/\p{Cc}/u);
          if (row.state === "new") expect(row.address).toMatch(/^[^\s@]+@[^\s@]+\.[^\s@]+$/);
          expect(row.fault !== null).toBe(row.state === "faulty");
        }
      }),
    );
  });
});

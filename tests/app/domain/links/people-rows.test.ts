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

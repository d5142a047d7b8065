import { expect, test } from "vitest";
import { LOCALES, textsOf } from "#app/locales/index.ts";

test("one is said in the singular, in every language", () => {
  const said = LOCALES.map((locale) => {
    const { trends, members, roundChange, roundSetup } = textsOf(locale);
    const one = [
      members.projects.subtitle("1", "1"),
      members.people.subtitle("1"),
      roundChange.history.opened("1"),
      roundChange.history.reminderDays("1"),
      roundChange.hints.erinnerungen("1"),
      roundSetup.summary.reminderDays("1"),
    ];
    return [trends.points(1, "+1"), trends.points(2, "−2"), ...one.map((text) => text.split(/[.,]/)[0])];
  });
  expect(said).toEqual([
    [
      ...["+1 Prozentpunkt", "−2 Prozentpunkte", "1 Projekt im Netzwerk", "1 Konto", "1 Projekt eingeladen"],
      ...["1 Tag vor der Frist", "Bisher 1 Tag vor der Frist", "1 Tag vor der Frist"],
    ],
    [
      ...["+1 percentage point", "−2 percentage points", "1 project in the network", "1 account", "1 project invited"],
      ...["1 day before the deadline", "So far 1 day before the deadline", "1 day before the deadline"],
    ],
  ]);
});

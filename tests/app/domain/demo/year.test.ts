import { describe, expect, it } from "vitest";
import { remindersOf, sampleYear } from "#app/domain/demo/year.ts";
import { earlyReminderFaults, reminderFaults } from "#app/domain/rounds/draft-faults.ts";

const DAY_MS = 86_400_000;

describe("the plan of the sample year", () => {
  it("holds on every day of two years, at night and in the evening", () => {
    for (let day = 0; day < 730; day++) {
      for (const hour of [0, 22]) {
        const today = new Date(2026, 10, 1 + day, hour, 30);
        const rounds = sampleYear(today);
        const names = rounds.map((round) => `${round.kind === "projects" ? round.questionnaire : ""} ${round.name}`);
        expect(new Set(names).size, `${today}`).toBe(rounds.length);
        for (const round of rounds) {
          const { opensAt, closesAt, ending, name } = round;
          const about = `${name} on ${today}`;
          expect(opensAt < closesAt, about).toBe(true);
          expect(opensAt <= today, about).toBe(ending !== "draft");
          expect(closesAt <= today, about).toBe(ending === "released" || ending === "closed");
          // The release is made nine days after the deadline.
          if (ending === "released") expect(today.getTime() - closesAt.getTime(), about).toBeGreaterThan(10 * DAY_MS);
          expect(name.length).toBeLessThanOrEqual(20);
          expect(
            [...reminderFaults(round.reminders), ...earlyReminderFaults(round.reminders, round, opensAt)],
            about,
          ).toEqual([]);
          if (ending === "open" && round.kind === "projects") expect(remindersOf(round, today)).toHaveLength(1);
        }
      }
    }
  });
});

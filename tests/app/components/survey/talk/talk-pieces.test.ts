import { expect, test } from "vitest";
import { fieldIn, partsBelow } from "#app/components/survey/talk/field-of-answer.ts";
import { colourOf, initialsOf, shortName } from "#app/components/survey/talk/people.ts";
import { newsIn } from "#app/components/survey/talk/use-talk.ts";
import { whenText } from "#app/components/survey/talk/when.ts";
import type { Talk } from "#app/domain/talk/read-talk.server.ts";
import { textsOf } from "#app/locales/index.ts";

test.each([
  ["Julia Brandt", "Julia B.", "JB"],
  ["Dr. Murat Can Kaya", "Murat K.", "MK"],
  ["Ümit", "Ümit", "Ü"],
  ["  ", "  ", "?"],
  ["Özlem Älvarez", "Özlem Ä.", "ÖÄ"],
])("%j is called %s, in a circle %s", (name, short, initials) => {
  expect([shortName(name), initialsOf(name)]).toEqual([short, initials]);
});

test("colleagues of one team have different colours, everybody has one of six", () => {
  const team = ["a", "b", "c", "d", "e", "f"].map((accountId) => ({ accountId }));
  expect(new Set(team.map(({ accountId }) => colourOf(accountId, team))).size).toBe(6);
  for (const id of ["x", "7b0e7e0a-3a67", ""]) expect([1, 2, 3, 4, 5, 6]).toContain(colourOf(id, team));
});

test.each<[string, unknown, unknown]>([
  ["plan", "kurz", "kurz"],
  ["wichtig/a~1b", { "a/b": 1, c: 2 }, 1],
  ["kontakt/amt/oft", { amt: { oft: 1, wer: "x" } }, 1],
  ["thema/=recht", ["recht", "haft"], true],
  ["thema/=recht", undefined, undefined],
  ["wichtig/constructor", {}, undefined],
])("the field %s of %j is %j", (path, answer, value) => {
  expect(fieldIn(answer, partsBelow(path))).toBe(value);
});

test("times are as exact as it is of use", () => {
  const t = textsOf("de").talk.when;
  const now = new Date("2026-11-28T15:00:00+01:00");
  expect(whenText("2026-11-28T14:02:00+01:00", "de", t, now)).toBe("heute 14:02");
  expect(whenText("2026-11-27T23:59:00+01:00", "de", t, now)).toBe("gestern 23:59");
  expect(whenText("2026-11-12T08:00:00+01:00", "de", t, now)).toBe("12.11.2026");
});

test("news are notes of others and what somebody else asked of the reader, once", () => {
  const talk: Talk = { me: "ich", open: true, noteLength: 2000, team: [], notes: [], marks: [] };
  const note = (noteId: string, byId: string) => ({
    noteId,
    byId,
    by: byId,
    place: "p",
    kind: "comment" as const,
    text: "x",
    at: "",
  });
  const mark = { place: "p", assignee: { accountId: "ich", name: "Ich" }, assignedBy: "sie", clarified: null };
  const next: Talk = { ...talk, notes: [note("1", "sie"), note("2", "ich")], marks: [mark] };
  const news = newsIn(talk, next);
  expect([news.notes.map(({ noteId }) => noteId), news.assigned.length]).toEqual([["1"], 1]);
  expect(newsIn(next, next)).toEqual({ notes: [], assigned: [] });
});

import type { Selectable } from "kysely";
import type { FigureNoteTable } from "#db/tables/figure-note.ts";
import { numbersIn } from "./check-page.ts";
import type { Released } from "./released.ts";

export type Note = Selectable<FigureNoteTable>;

export const wordsOfTime = (day: Date) =>
  (["long", "medium"] as const)
    .map((dateStyle) => day.toLocaleString("de-DE", { dateStyle, timeStyle: "short", timeZone: "Europe/Berlin" }))
    .join(" ");

/** How many threads wait to be settled, by "release item"; those of which nothing is left to read do not. */
export function openNotes(notes: readonly Note[]): Map<string, number> {
  const left = new Set(notes.flatMap((one) => (one.withdrawn_at ? [] : (one.reply_to ?? one.note_id))));
  const open = notes.filter((one) => !one.reply_to && !one.resolved_at && left.has(one.note_id));
  const by = Map.groupBy(open, (one) => `${one.release_id} ${one.item}`);
  return new Map([...by].map(([place, own]) => [place, own.length]));
}

/** How many are open on the items of a question. */
export function openOn(notes: readonly Note[], { release, items }: Released, question: string): string {
  const open = openNotes(notes);
  const own = items.filter((one) => one.question === question);
  return String(own.reduce((sum, { item }) => sum + (open.get(`${release.release_id} ${item}`) ?? 0), 0));
}

/** Up to as many as are open on a release: beside figures that are worked out from several items. */
export function numbersOfOpen(notes: readonly Note[], releaseId: string): Set<string> {
  const open = [...openNotes(notes)].filter(([place]) => place.startsWith(releaseId));
  const most = open.reduce((sum, [, n]) => sum + n, 0);
  return new Set(Array.from({ length: most }, (_, i) => String(i + 1)));
}

/** How long a note may be and how many people it speaks to, as its form says. */
const FORM = ["2.000", "20"];

/** Times of notes, what they say, and how many are open, under whatever item is chosen. */
export function numbersOfNotes(notes: readonly Note[], releaseId: string): Set<string> {
  const here = notes.filter(({ release_id: of }) => of === releaseId);
  const times = here.flatMap(({ at, resolved_at: settled }) => [at, ...(settled ? [settled] : [])]).map(wordsOfTime);
  return new Set(
    [...numbersIn([...times, ...here.map(({ text: said }) => said)].join(" ")), ...here.keys(), ...FORM].map(String),
  );
}

import { paths } from "#app/paths.ts";
import type { Random } from "#db/seed/random.ts";
import type { History } from "./history.ts";
import { type Load, noteTime } from "./load.ts";
import { createPerson, type Person } from "./person.ts";
import { type Edit, randomEdit } from "./questionnaire.ts";
import type { Stage } from "./stage.ts";
import { pause } from "./wire.ts";

const EDITS = 20;
/** Who is told later than this was not told: the page itself would ask by then. */
const TOLD_MS = 10_000;
export const ACROSS = "an edit on one server is read on the other";

/**
 * Two people at one questionnaire, each with a server of their own. In turns one saves, and the other waits for the word
 * of the own server that there is something new, and reads it there. `arrived` counts edits that were seen that way.
 */
export async function editAcross(
  stage: Stage,
  ports: readonly number[],
  kept: { history: History; load: Load; random: Random },
): Promise<{ sheet: string; arrived: number; made: number }> {
  const [team] = await stage.openTeams({ teams: 1, people: 2, sheets: 1 });
  const sheet = team?.sheets[0]?.invitationId as string;
  const sides = await Promise.all(
    ports.map(async (port, index) => {
      const way = { url: `http://127.0.0.1:${port}`, origin: stage.origin };
      const cookie = team?.people[index]?.cookie as string;
      const person = createPerson({ way, cookie, sheet, history: kept.history, load: kept.load });
      const stream = await listen(way.url + paths.live(sheet), cookie);
      await person.refresh();
      return { person, stream };
    }),
  );
  let arrived = 0;
  for (let count = 0; count < EDITS; count += 1) {
    const [writer, reader] = count % 2 === 0 ? [sides[0], sides[1]] : [sides[1], sides[0]];
    if (!writer || !reader) break;
    const { path, value } = newEdit(kept.random);
    const told = reader.stream.next();
    writer.person.edit(path, value);
    const began = performance.now();
    await writer.person.drain();
    if (await seen(reader.person, writer.person, told)) {
      noteTime(kept.load, ACROSS, performance.now() - began);
      arrived += 1;
    }
    // The writer takes the same step, so that nobody edits on something old.
    await writer.person.refresh();
  }
  for (const { stream } of sides) stream.end();
  return { sheet, arrived, made: EDITS };
}

/** An edit that changes something for certain. */
function newEdit(random: Random): Edit {
  for (;;) {
    const edit = randomEdit(random);
    if (/^(text|zahl|adresse)/.test(edit.path) && edit.value !== null) return edit;
  }
}

/** Whether the reader, who only reads when told, comes to see what the writer sees. */
async function seen(reader: Person, writer: Person, told: Promise<void>): Promise<boolean> {
  const late = pause(TOLD_MS).then(() => true);
  if (await Promise.race([told.then(() => false), late])) return false;
  await reader.refresh();
  await writer.refresh();
  return reader.replica.sight() === writer.replica.sight();
}

/** An open stream; `next` resolves at the next word about fields. */
async function listen(url: string, cookie: string): Promise<{ next: () => Promise<void>; end: () => void }> {
  const ending = new AbortController();
  const response = await fetch(url, { headers: { Cookie: cookie }, signal: ending.signal });
  if (!response.ok || !response.body) throw new Error(`the stream was answered: ${response.status}`);
  const events = new EventTarget();
  const decoder = new TextDecoder();
  const tell = new WritableStream<Uint8Array>({
    write: (chunk) => {
      if (decoder.decode(chunk).includes("event: fields")) events.dispatchEvent(new Event("fields"));
    },
  });
  response.body.pipeTo(tell).catch(() => {});
  return {
    next: () => new Promise((resolve) => events.addEventListener("fields", () => resolve(), { once: true })),
    end: () => ending.abort(),
  };
}

import { randomUUID } from "node:crypto";
import type { Db } from "#db/client.server.ts";
import { listen } from "#db/listen.server.ts";
import { deleteStalePresence, LIVE_CHANNEL, type LiveKind, listStillAllowed } from "#db/queries/live.server.ts";
import { repeat } from "../repeat.server.ts";
import { type Present, readPresent } from "../responses/read-response.server.ts";

/** What an open stream is told. `fields`, `talk` and `state` say only that there is something new to be read. */
export type LiveEvent = { kind: Exclude<LiveKind, "people"> } | { kind: "people"; people: Present[] };

/** Who listens: a signed-in person of a project whose rights may end, or a guest by link (null). */
export type Listener = {
  invitationId: string;
  person: { accountId: string; projectId: string; sessionHash: string } | null;
  onEvent: (event: LiveEvent) => void;
  /** the stream has to end: access was taken away, or the process stops */
  onEnd: () => void;
};

export type Hub = { join: (listener: Listener) => () => void; stop: () => Promise<void> };

/** Access that was taken away ends a stream within this time, and a little. */
const RIGHTS_MS = 3000;
/** Who left without a word is seen to be gone after this time at most, beyond the time they count as present. */
const PEOPLE_MS = 5000;

type Lifetime = { idleHours: number; lifetimeDays: number };

/** Brings what other processes and requests announce to the streams that are open here. */
export function openHub(db: Db, url: string, lifetime: Lifetime): Hub {
  const listeners = new Map<string, Map<string, Listener>>();
  const shown = new Map<string, string>();

  const tell = (invitationId: string, event: LiveEvent) => {
    for (const { onEvent } of listeners.get(invitationId)?.values() ?? []) onEvent(event);
  };

  async function tellPeople(invitationId: string, onlyIfNew: boolean): Promise<void> {
    const people = await readPresent(db, invitationId);
    const text = JSON.stringify(people);
    if (onlyIfNew && shown.get(invitationId) === text) return;
    if (listeners.has(invitationId)) shown.set(invitationId, text);
    tell(invitationId, { kind: "people", people });
  }

  const listening = listen(url, LIVE_CHANNEL, {
    onMessage: (payload) => {
      const [invitationId = "", kind] = payload.split(" ") as [string, LiveKind];
      if (!listeners.has(invitationId)) return;
      // A database that is away is noticed by whoever reads next.
      if (kind === "people") tellPeople(invitationId, true).catch(() => {});
      else tell(invitationId, { kind });
    },
    // What was said while nobody listened is found by reading everything anew.
    onGap: () => {
      for (const invitationId of listeners.keys()) {
        tell(invitationId, { kind: "fields" });
        tell(invitationId, { kind: "talk" });
        tell(invitationId, { kind: "state" });
      }
    },
  });

  const stopRights = repeat(RIGHTS_MS, "checking who may listen", () => endForbidden(db, listeners, lifetime));
  const stopPeople = repeat(PEOPLE_MS, "noticing who left", async () => {
    for (const invitationId of listeners.keys()) await tellPeople(invitationId, true);
    await deleteStalePresence(db);
  });

  return {
    join: (listener) => {
      const id = randomUUID();
      const all = listeners.get(listener.invitationId) ?? new Map<string, Listener>();
      listeners.set(listener.invitationId, all.set(id, listener));
      tellPeople(listener.invitationId, false).catch(() => {});
      return () => {
        all.delete(id);
        if (all.size > 0) return;
        listeners.delete(listener.invitationId);
        shown.delete(listener.invitationId);
      };
    },
    stop: async () => {
      for (const all of listeners.values()) for (const { onEnd } of [...all.values()]) onEnd();
      await Promise.all([listening.stop(), stopRights(), stopPeople()]);
    },
  };
}

async function endForbidden(db: Db, all: Map<string, Map<string, Listener>>, lifetime: Lifetime): Promise<void> {
  const streams = [...all.values()].flatMap((some) =>
    [...some].flatMap(([streamId, { person, onEnd }]) => (person ? [{ streamId, ...person, onEnd }] : [])),
  );
  if (streams.length === 0) return;
  const rights = streams.map(({ onEnd: _, ...right }) => right);
  const allowed = await listStillAllowed(db, rights, lifetime);
  for (const { streamId, onEnd } of streams) if (!allowed.has(streamId)) onEnd();
}

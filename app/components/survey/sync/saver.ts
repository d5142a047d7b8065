import type { Definition } from "#surveys/definition.ts";
import { editsFor, fromFields, nameOfPath, questionOfPath } from "#surveys/fields/index.ts";
import type { JsonObject } from "#surveys/json.ts";
import type { Present } from "../../../domain/responses/read-response.server.ts";
import { type Choice, type Clash, clashesIn, settlementOf } from "./clashes.ts";
import type { Device } from "./device.ts";
import { createDrain, type DrainState } from "./drain.ts";
import { type Heard, type Listening, listenToSheet } from "./listen.ts";
import type { Message } from "./messages.ts";
import { postChanges } from "./post-changes.ts";
import { createReplica, type QueuedEdit, type Replica, type Standing } from "./replica.ts";
import { createRequests } from "./requests.ts";
import { kindOf, type SaveState } from "./save-state.ts";
import { joinWindows, meetingOf } from "./windows.ts";

export type SaverOptions = {
  definition: Definition;
  device: Device;
  invitationId: string;
  /** whose edits these are; null for guests by link */
  as: string | null;
  name: string | null;
  urls: { changes: string; standing: (since: number) => string; live: string };
  standing: Standing;
  newId?: () => string;
  onState: (state: SaveState) => void;
  /** answers that look different now, by the names under which they are given */
  onAnswers: (names: string[]) => void;
  onClashes: (clashes: Clash[]) => void;
  onPeople: (people: Present[]) => void;
  onTalk: () => void;
  /** a field that the server refused, and the code of the fault; what was typed stays on screen */
  onRefused: (path: string, code: string) => void;
};

export type Saver = {
  /** a person gave this answer: saves what is new in it */
  edit: (name: string, value: unknown) => void;
  /** writes one field, as history and last year's answers do */
  write: (path: string, value: unknown) => void;
  settle: (clash: Clash, choice: Choice) => void;
  /** takes the last settlement back; undefined where there is none, or something was done since */
  undo: { question: string; run: () => void } | undefined;
  /** the answer as this person sees it */
  answer: (name: string) => unknown;
  /** all answers as this person sees them */
  answers: () => JsonObject;
  definition: Definition;
  replica: Replica;
  /** tries now; true when the server has everything, false when something cannot be saved or has to be decided */
  flush: () => Promise<boolean>;
  /** what the server does not have, by path */
  unsaved: () => Map<string, unknown>;
  /** the page goes away: sends what is left, once, and ends */
  stop: () => void;
};

const PAUSE_MS = 300;

/** Keeps every edit on the device, sends it, and takes in what colleagues write. Several windows share one queue. */
export async function openSaver(options: SaverOptions): Promise<Saver> {
  const { device, invitationId, as, definition } = options;
  const newId = options.newId ?? (() => crypto.randomUUID());
  // What was kept may have been sent when the page went away: it is sent again as it is.
  const kept = (await device.listEdits(invitationId, as)).map((edit) => ({ ...edit, sent: true }));
  const replica = createReplica(options.standing, kept, newId);
  const me = { byId: as, by: options.name };
  let at: Date | undefined;
  let state: DrainState = "resting";
  let stopped = false;
  let writing: Promise<unknown> = Promise.resolve();
  let listening: Listening | undefined;
  const flushes = createRequests(newId, (flush) => askLead({ flush }));

  const waiting = () => replica.queue().filter(({ refused }) => !refused);
  const refused = () => replica.queue().filter((edit) => edit.refused);
  const ownClashes = () => replica.clashes().filter(({ byId }) => byId === as);
  const unsaved = () => new Map([...ownClashes(), ...replica.queue()].map(({ path, value }) => [path, value] as const));

  function say(): void {
    if (stopped) return;
    const count = new Set(waiting().map(({ path }) => path)).size;
    const counts = { waiting: count, clashes: ownClashes().length, refused: refused().length };
    options.onState({ kind: kindOf(state, counts, at), at, waiting: count, open: unsaved().size });
  }

  function show(paths: readonly string[]): void {
    const names = [...new Set(paths.map(nameOfPath))];
    if (names.length > 0) options.onAnswers(names);
    options.onClashes(clashesIn(replica));
    say();
  }

  /** Kept on the device first, told to the other windows, sent a moment later. */
  function queue(edits: QueuedEdit[]): void {
    for (const edit of edits) {
      writing = writing.then(() => keep(edit)).catch(() => {});
    }
    windows.tell({ edits });
    say();
    writing.then(kick);
  }

  /** The window that leads sends for all of them, if it is awake. */
  function kick(): void {
    if (drain) drain.kick(PAUSE_MS);
    else askLead({ kick: true });
  }

  function askLead(message: Message): void {
    windows.tell(message);
    windows.wake();
  }

  async function flushHere(id: string): Promise<void> {
    if (!drain) return;
    await drain.flush();
    both({ flushed: id });
  }

  /** As it is by now: one that was sent meanwhile keeps its body, and what was typed over it is an edit of its own. */
  async function keep({ opId }: QueuedEdit): Promise<void> {
    const edit = replica.waiting(opId);
    if (edit) await device.putEdit(invitationId, as, edit);
  }

  function take(message: Message): void {
    if ("kick" in message) drain?.kick(PAUSE_MS);
    else if ("flush" in message) void flushHere(message.flush);
    else if ("flushed" in message) flushes.answered(message.flushed);
    else if ("edits" in message) show(replica.adopt(message.edits));
    else if ("taken" in message) {
      const newer = replica.take(message.taken);
      if (newer.length > 0) queue(newer);
    } else if ("outcomes" in message) {
      at = new Date(message.at);
      show(replica.acknowledge(message.outcomes, me, message.at));
    } else if ("refused" in message) {
      const { opId, path, refused: code = "other" } = message.refused;
      // What was mended meanwhile is sent anew, without a word about what was wrong.
      if (replica.refuse(opId, code)) options.onRefused(path, code);
      show([path]);
    } else if ("standing" in message) hear(message.standing);
    else if ("people" in message) options.onPeople(message.people);
    else if ("talk" in message) options.onTalk();
    else {
      state = message.state;
      say();
    }
  }

  function hear(heard: Heard): void {
    const changed = replica.merge(heard);
    if (!heard.open) state = "closed";
    else if (heard.state === "submitted") state = "submitted";
    else if (["closed", "submitted", "signed-out", "away"].includes(state)) {
      state = "resting";
      drain?.resume();
    }
    show(changed);
  }

  /** Here, and in the other windows. */
  function both(message: Message): void {
    take(message);
    windows.tell(message);
  }

  let drain: ReturnType<typeof createDrain> | undefined;
  function lead(): void {
    drain = createDrain({
      ...{ device, invitationId, as, url: options.urls.changes },
      onTaken: (edits) => both({ taken: edits }),
      onAnswer: (outcomes, savedAt) => both({ outcomes, at: savedAt }),
      onRefused: (edit) => both({ refused: edit }),
      onState: (next) => both({ state: next }),
    });
    listening = listenToSheet({
      ...{ liveUrl: options.urls.live, standingUrl: options.urls.standing, since: replica.seq },
      onStanding: (standing) => both({ standing }),
      onPeople: (people) => both({ people }),
      onTalk: () => both({ talk: true }),
      onRefused: (status) => both({ state: status === 401 ? "signed-out" : "away" }),
    });
    drain.kick();
    for (const id of flushes.open()) void flushHere(id);
  }

  function follow(): void {
    drain?.stop();
    listening?.stop();
    drain = undefined;
  }

  const name = meetingOf(invitationId, as);
  const windows = joinWindows<Message>(device.isDurable ? name : `${name}:${newId()}`, {
    onMessage: take,
    onLead: lead,
    onFollow: follow,
  });
  const online = () => {
    void drain?.flush();
  };
  window.addEventListener("online", online);
  if (kept.length > 0) options.onAnswers([...new Set(kept.map(({ path }) => nameOfPath(path)))]);
  for (const edit of kept) if (edit.refused) options.onRefused(edit.path, edit.refused);
  options.onClashes(clashesIn(replica));
  say();

  const write = (path: string, value: unknown, settles?: string[]) => queue([replica.edit(path, value, settles)]);
  const answer = (of: string) =>
    fromFields(
      definition,
      [...replica.shown()].filter(([path]) => nameOfPath(path) === of),
    )[of];
  const saver: Saver = {
    edit: (of, value) => {
      saver.undo = undefined;
      queue(editsFor(definition, replica.shown(), of, value).map((edit) => replica.edit(edit.path, edit.value)));
    },
    write: (path, value) => {
      write(path, value);
      show([path]);
    },
    settle: (clash, choice) => {
      const { edits, undo } = settlementOf(replica, clash, choice, as);
      queue(edits.map(({ path, value, settles }) => replica.edit(path, value, settles)));
      const question = questionOfPath(clash.path);
      const run = () => {
        saver.undo = undefined;
        saver.write(undo.path, undo.value);
      };
      saver.undo = { question, run };
      show([clash.path]);
    },
    undo: undefined,
    answer,
    answers: () => fromFields(definition, replica.shown()),
    definition,
    replica,
    flush: async () => {
      await writing;
      if (drain) await drain.flush();
      else await flushes.ask();
      return unsaved().size === 0;
    },
    unsaved,
    stop: () => {
      stopped = true;
      window.removeEventListener("online", online);
      const left = waiting();
      // What is kept on the device is sent by the next page, too; this one only is faster.
      if (left.length > 0 && drain) void postChanges(options.urls.changes, as, left.slice(0, 100), true);
      follow();
      windows.stop();
    },
  };
  return saver;
}

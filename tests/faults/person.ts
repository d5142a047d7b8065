import { randomUUID } from "node:crypto";
import { paths } from "#app/paths.ts";
import type { History, Sent } from "./history.ts";
import { countAnswer, type Load } from "./load.ts";
import { type Answer, ask, type Way } from "./wire.ts";

/** What became of the edits that waited: all answered, or the reason why not. */
export type Drained = "drained" | "signed-out" | "closed";
export type Submitted = "submitted" | "changed" | "signed-out" | "closed";

/** One browser of one person at one questionnaire, without the page: queue, revisions, retries. */
export type Person = {
  sheet: string;
  edit: (path: string, value: unknown) => void;
  /** sends until everything that waits is answered; the same edits under the same ids after each failure */
  drain: () => Promise<Drained>;
  submit: () => Promise<Submitted>;
  waiting: () => number;
  signIn: (cookie: string) => void;
};

type Operation = Omit<Sent, "sheet">;
type Outcome = { opId: string; path: string; rev?: number; clash?: { rev: number } };

const BATCH = 50;
/** Long enough for any recovery; who waits longer has found a bug. */
const GIVE_UP_MS = 120_000;

export function createPerson(who: { way: Way; cookie: string; sheet: string; history: History; load: Load }): Person {
  const { way, sheet, history, load } = who;
  let cookie = who.cookie;
  const revisions = new Map<string, number>();
  const queue = new Map<string, unknown>();
  const doubtful = new Set<string>();
  let batch: Operation[] = [];
  let submissionId: string | undefined;
  let seq = 0;

  /** As the page does: the newest value of a field wins before it is sent, a batch under way stays as it is. */
  function nextBatch(): void {
    batch = [...queue].slice(0, BATCH).map(([path, value]) => {
      return { opId: randomUUID(), path, base: revisions.get(path) ?? 0, value };
    });
    for (const op of batch) {
      queue.delete(op.path);
      history.log({ kind: "invoke", op: { ...op, sheet } });
    }
  }

  async function drain(): Promise<Drained> {
    const deadline = Date.now() + GIVE_UP_MS;
    while (batch.length > 0 || queue.size > 0) {
      if (batch.length === 0) nextBatch();
      const body = JSON.stringify({ operations: batch });
      const answer = await ask(way, paths.changes(sheet), { cookie, type: "application/json", body });
      if (answer.kind !== "final") {
        countAnswer(load, answer.why);
        notKnown(answer.why);
        if (Date.now() > deadline) throw new Error(`${batch.length} edits were not answered: ${answer.why}`);
        await answer.wait();
      } else if (answer.status === 200) settle(JSON.parse(answer.text));
      else if (answer.signedOut) return "signed-out";
      else return refuse(answer);
    }
    return "drained";
  }

  /** Counted once for each edit, however often it is tried. */
  function notKnown(why: string): void {
    for (const { opId } of batch) {
      if (!doubtful.has(opId)) load.unknown += 1;
      doubtful.add(opId);
      history.log({ kind: "unknown", opId, why });
    }
  }

  function settle(saved: { seq: number; outcomes: Outcome[] }): void {
    seq = Math.max(seq, saved.seq);
    for (const { opId, path, rev, clash } of saved.outcomes) {
      if (clash) load.clashes += 1;
      revisions.set(path, clash ? clash.rev : (rev as number));
      history.log({ kind: "ok", opId, verdict: clash ? { clash } : { rev: rev as number } });
    }
    load.acknowledged += saved.outcomes.length;
    batch = [];
  }

  function refuse(answer: Answer & { kind: "final" }): Drained {
    countAnswer(load, answer.name);
    load.refused += batch.length;
    for (const { opId } of batch) history.log({ kind: "fail", opId, code: answer.name });
    batch = [];
    queue.clear();
    return "closed";
  }

  async function submit(): Promise<Submitted> {
    const deadline = Date.now() + GIVE_UP_MS;
    if (!submissionId) {
      submissionId = randomUUID();
      history.log({ kind: "submit", sheet, submissionId });
    }
    const body = new URLSearchParams({ submissionId, seq: String(seq) }).toString();
    for (;;) {
      const answer = await ask(way, paths.review(sheet), { cookie, type: "application/x-www-form-urlencoded", body });
      if (answer.kind !== "final") {
        countAnswer(load, answer.why);
        history.log({ kind: "submit-unknown", submissionId, why: answer.why });
        if (Date.now() > deadline) throw new Error(`a submission was not answered: ${answer.why}`);
        await answer.wait();
        continue;
      }
      if (answer.signedOut) return "signed-out";
      const done = submissionId;
      submissionId = undefined;
      if (answer.location === paths.receipt(sheet)) {
        load.submitted += 1;
        history.log({ kind: "submitted", submissionId: done });
        return "submitted";
      }
      countAnswer(load, answer.name);
      history.log({ kind: "submit-failed", submissionId: done, code: answer.name });
      return /edit-clash/.test(answer.name) ? "changed" : "closed";
    }
  }

  return {
    sheet,
    edit: (path, value) => void queue.set(path, value),
    drain,
    submit,
    waiting: () => queue.size + batch.length,
    signIn: (next) => {
      cookie = next;
    },
  };
}

import { randomUUID } from "node:crypto";
import { paths } from "#app/paths.ts";
import type { History } from "./history.ts";
import { countAnswer, type Load } from "./load.ts";
import { createReplica, type Outcome, type Replica, type Standing } from "./replica.ts";
import { type Answer, ask, read, type Way } from "./wire.ts";

/** What became of the edits that waited: all answered, or the reason why not. */
export type Drained = "drained" | "signed-out" | "closed";
export type Submitted = "submitted" | "changed" | "undecided" | "signed-out" | "closed";

/** One browser of one person at one questionnaire, without the page: replica, retries, log. */
export type Person = {
  sheet: string;
  replica: Replica;
  edit: (path: string, value: unknown) => void;
  /** sends until everything that waits is answered; the same edits under the same ids after each failure */
  drain: () => Promise<Drained>;
  /** asks what is new; false when the server did not say */
  refresh: () => Promise<boolean>;
  submit: () => Promise<Submitted>;
  /** decides the clashes that keep the questionnaire from being submitted */
  decide: () => Promise<Drained>;
  signIn: (cookie: string) => void;
};

/** Long enough for any recovery; who waits longer has found a bug. */
const GIVE_UP_MS = 120_000;
const FORM = "application/x-www-form-urlencoded";

export function createPerson(who: { way: Way; cookie: string; sheet: string; history: History; load: Load }): Person {
  const { way, sheet, history, load } = who;
  let cookie = who.cookie;
  const replica = createReplica(randomUUID);
  const invoked = new Set<string>();
  const doubtful = new Set<string>();
  let submissionId: string | undefined;
  let seq = 0;

  async function drain(): Promise<Drained> {
    const deadline = Date.now() + GIVE_UP_MS;
    while (replica.waiting() > 0) {
      const operations = replica.batch();
      for (const { opId, path, base, value } of operations) {
        if (!invoked.has(opId)) history.log({ kind: "invoke", op: { opId, path, base, value, sheet } });
        invoked.add(opId);
      }
      const body = JSON.stringify({ operations });
      const answer = await ask(way, paths.changes(sheet), { cookie, type: "application/json", body });
      if (answer.kind !== "final") {
        countAnswer(load, answer.why);
        notKnown(answer.why);
        if (answer.broken || Date.now() > deadline)
          throw new Error(`${operations.length} edits were answered: ${answer.why}`);
        await answer.wait();
      } else if (answer.status === 200) settle(JSON.parse(answer.text));
      else if (answer.signedOut) return "signed-out";
      else return refuse(answer);
    }
    return "drained";
  }

  /** Counted once for each edit, however often it is tried. */
  function notKnown(why: string): void {
    for (const { opId } of replica.batch()) {
      if (!doubtful.has(opId)) load.unknown += 1;
      doubtful.add(opId);
      history.log({ kind: "unknown", opId, why });
    }
  }

  function settle(saved: { seq: number; outcomes: Outcome[] }): void {
    seq = Math.max(seq, saved.seq);
    for (const { opId, rev, clash } of saved.outcomes) {
      if (clash) load.clashes += 1;
      history.log({ kind: "ok", opId, verdict: clash ? { clash: { rev: clash.rev } } : { rev: rev as number } });
    }
    load.acknowledged += saved.outcomes.length;
    replica.answered(saved.outcomes);
  }

  function refuse(answer: Answer & { kind: "final" }): Drained {
    countAnswer(load, answer.name);
    for (const { opId } of replica.batch()) {
      load.refused += 1;
      history.log({ kind: "fail", opId, code: answer.name });
    }
    replica.drop();
    return "closed";
  }

  async function refresh(): Promise<boolean> {
    const since = replica.seq();
    const answer = await read(way, `${paths.standing(sheet)}?seit=${since}`, cookie);
    if (answer.kind !== "final" || answer.status !== 200) return false;
    const standing = JSON.parse(answer.text) as Standing;
    replica.learn(standing);
    seq = Math.max(seq, standing.seq);
    return true;
  }

  async function submit(): Promise<Submitted> {
    const deadline = Date.now() + GIVE_UP_MS;
    if (!submissionId) {
      submissionId = randomUUID();
      history.log({ kind: "submit", sheet, submissionId });
    }
    const body = new URLSearchParams({ submissionId, seq: String(seq) }).toString();
    for (;;) {
      const answer = await ask(way, paths.review(sheet), { cookie, type: FORM, body });
      if (answer.kind !== "final") {
        countAnswer(load, answer.why);
        history.log({ kind: "submit-unknown", submissionId, why: answer.why });
        if (answer.broken || Date.now() > deadline) throw new Error(`a submission was answered: ${answer.why}`);
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
      if (/open-clashes/.test(answer.name)) return "undecided";
      return /edit-clash/.test(answer.name) ? "changed" : "closed";
    }
  }

  async function decide(): Promise<Drained> {
    if (await refresh()) replica.decide();
    return drain();
  }

  return {
    ...{ sheet, replica, drain, refresh, submit, decide },
    edit: (path, value) => void replica.edit(path, value),
    signIn: (next) => {
      cookie = next;
    },
  };
}

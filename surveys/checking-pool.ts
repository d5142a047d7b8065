import { Piscina } from "piscina";
import type { Checked, CheckOptions } from "./answers.ts";
import type { Form, FormOptions } from "./form.ts";
import type { JsonObject } from "./json.ts";
import { limits } from "./limits.ts";
import type { Fault } from "./lint.ts";
import type { Cell, Item, SurveyProblem, Text } from "./model.ts";
import type { Place } from "./places.ts";

export type InspectTask = { kind: "inspect"; json: string; bytes: number };
export type CheckTask = {
  kind: "check";
  key: string;
  json: string;
  bytes: number;
  answers: unknown;
  options: PoolCheckOptions;
};

/** `cells: "all"` keeps cells of values that conditions hide; by default they are left out, as they enter no base. */
type PoolCheckOptions = CheckOptions & { cells?: "counted" | "all" };

/** What is shown of a form without JavaScript. */
export type FormTask = {
  kind: "form";
  key: string;
  json: string;
  bytes: number;
  answers: JsonObject;
  options: FormOptions;
};

type Task = InspectTask | CheckTask | FormTask;

export type Numbered = { id: number; task: Task };

/** A form, or why there is none. */
export type FormResult = { form: Form; problems: [] } | { form: undefined; problems: SurveyProblem[] };

export type Inspection = {
  /** why the definition cannot be read at all */
  problems: SurveyProblem[];
  lint: Fault[];
  title: Text;
  items: Item[];
  questions: { key: string; type: string; title: Text; pointer: string }[];
  /** in their order, with the beginning of their questions' pointers */
  pages: { pointer: string; title: Text }[];
  /** by the paths of problems and faults: the page and question they lie in */
  places: Record<string, Place>;
};

/** An inspection that found nothing to read. */
export function unread(problems: SurveyProblem[], places: Record<string, Place> = {}): Inspection {
  return { problems, lint: [], title: { de: "" }, items: [], questions: [], pages: [], places };
}

/** Cells of accepted answers; none where there are problems. */
export type Judgement = Checked & { cells: Cell[] };

export type PoolOptions = {
  threads?: number;
  /** A task is killed with its worker when it has run for this time. */
  timeoutMs?: number;
  /** bytes of a definition; operators may raise it */
  bytes?: number;
};

export type CheckingPool = {
  /** Reads and lints a definition's JSON text. Never rejects: what goes wrong is a problem. */
  inspect: (json: string) => Promise<Inspection>;
  /** Checks answers against a definition; `key` names its content for ever (a version's id or hash). Never rejects. */
  check: (definition: { key: string; json: string }, answers: unknown, options: PoolCheckOptions) => Promise<Judgement>;
  /** What of a page is shown for these answers, which must have passed the kinds. Never rejects. */
  form: (definition: { key: string; json: string }, answers: JsonObject, options: FormOptions) => Promise<FormResult>;
  close: () => Promise<void>;
};

/** How long a new worker may take to load before its first task is given up. */
const loadingMs = 30_000;

/**
 * A form is waited for by a person, and its definition was looked at before it was published: on a machine that is busy, a
 * worker that has just been started gets this much more of the time.
 */
const formPatience = 4;

/** Work that may wait for a worker; more is refused at once, so that a crowd cannot fill the memory. */
const mostWaiting = 100;

/**
 * Runs at most `width` pieces of work at once, in the order they came: time spent waiting is not time spent working.
 * Undefined where too many wait already.
 */
function createGate(width: number): <T>(work: () => Promise<T>) => Promise<T | undefined> {
  const waiting: (() => void)[] = [];
  let free = width;
  return async (work) => {
    if (free === 0 && waiting.length >= mostWaiting) return undefined;
    if (free > 0) free -= 1;
    else await new Promise<void>((resolve) => waiting.push(resolve));
    try {
      return await work();
    } finally {
      const next = waiting.shift();
      if (next) next();
      else free += 1;
    }
  };
}

/** Why a task did not come back: `check-timeout`, `check-out-of-memory`, `check-failed`. */
function problemOf(error: unknown, timeoutMs: number): SurveyProblem {
  const { name, code } = error instanceof Error ? (error as Error & { code?: string }) : { name: "", code: undefined };
  if (name === "AbortError") return { code: "check-timeout", path: "", detail: { limit: timeoutMs } };
  if (code === "ERR_WORKER_OUT_OF_MEMORY") return { code: "check-out-of-memory", path: "" };
  return { code: "check-failed", path: "" };
}

/**
 * Everything that builds survey-core models, off the event loop and where it can be killed: author expressions and texts are
 * not ours. Workers keep the models of definitions they have met. Loaded by Node as it is, never bundled.
 */
export function createCheckingPool(options: PoolOptions = {}): CheckingPool {
  const { threads = 1, timeoutMs = 1_800, bytes = limits.bytes } = options;
  const pool = new Piscina({
    filename: new URL("./checking.worker.ts", import.meta.url).href,
    minThreads: threads,
    maxThreads: threads,
    execArgv: [],
    resourceLimits: { maxOldGenerationSizeMb: 256, maxYoungGenerationSizeMb: 32, stackSizeMb: 4 },
  });
  // A worker that fails between two tasks is replaced; without a listener its error would end the process.
  pool.on("error", () => {});
  const gate = createGate(threads);
  const started = new Map<number, () => void>();
  pool.on("message", (message: { started: number }) => started.get(message.started)?.());
  let tasks = 0;

  const run = async <T>(task: Task, failed: (problem: SurveyProblem) => T, within = timeoutMs): Promise<T> => {
    const done = await gate(async () => {
      tasks += 1;
      const id = tasks;
      const kill = new AbortController();
      let clock = setTimeout(() => kill.abort(), loadingMs);
      started.set(id, () => {
        clearTimeout(clock);
        clock = setTimeout(() => kill.abort(), within);
      });
      try {
        return (await pool.run({ id, task } satisfies Numbered, { signal: kill.signal })) as T;
      } catch (error) {
        return failed(problemOf(error, within));
      } finally {
        clearTimeout(clock);
        started.delete(id);
      }
    });
    return done ?? failed({ code: "check-busy", path: "" });
  };
  const tooLarge = (json: string): SurveyProblem[] =>
    Buffer.byteLength(json) > bytes ? [{ code: "too-large", path: "", detail: { limit: bytes } }] : [];

  const refused = (problems: SurveyProblem[]): Judgement => ({
    answers: {},
    problems,
    invisible: [],
    unasked: [],
    cells: [],
  });

  return {
    inspect: async (json) => {
      const problems = tooLarge(json);
      if (problems.length > 0) return unread(problems);
      return run({ kind: "inspect", json, bytes }, (problem) => unread([problem]));
    },
    check: async ({ key, json }, answers, checkOptions) => {
      const problems = tooLarge(json);
      if (problems.length > 0) return refused(problems);
      const task: CheckTask = { kind: "check", key, json, bytes, answers, options: checkOptions };
      return run(task, (problem) => refused([problem]));
    },
    form: async ({ key, json }, answers, formOptions) => {
      const problems = tooLarge(json);
      if (problems.length > 0) return { form: undefined, problems };
      const task: FormTask = { kind: "form", key, json, bytes, answers, options: formOptions };
      const failed = (problem: SurveyProblem): FormResult => ({ form: undefined, problems: [problem] });
      return run(task, failed, timeoutMs * formPatience);
    },
    close: () => pool.destroy(),
  };
}

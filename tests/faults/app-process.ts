import { type ChildProcess, spawn } from "node:child_process";
import path from "node:path";
import { freePort } from "../support/npm-start.ts";

const ROOT = path.resolve(import.meta.dirname, "../..");
const START_MS = 60_000;

/** `app/server.ts` in production mode as a process of its own; it can be stopped, killed and started again. */
export type AppProcess = {
  port: number;
  start: () => Promise<void>;
  /** begins to start, and does not wait until it answers */
  launch: () => void;
  /** freezes it where it is: what is open in the database stays open */
  freeze: () => void;
  kill: (signal?: NodeJS.Signals) => Promise<void>;
  alive: () => boolean;
  /** what it printed so far */
  output: () => string;
};

/** `root`: the folder with the app and its build. */
export async function prepareApp(settings: Record<string, string>, root = ROOT): Promise<AppProcess> {
  const port = await freePort();
  const { PATH = "", HOME = "" } = process.env;
  const env = { PATH, HOME, NODE_ENV: "production" as const, ...settings, PORT: String(port) };
  let child: ChildProcess | undefined;
  let output = "";

  function launch(): void {
    child = spawn(process.execPath, ["app/server.ts"], { cwd: root, env, stdio: ["ignore", "pipe", "pipe"] });
    for (const stream of [child.stdout, child.stderr]) stream?.on("data", (chunk) => (output += chunk));
  }
  const gone = () => !child || child.exitCode !== null || child.signalCode !== null;

  async function untilListening(): Promise<void> {
    const deadline = Date.now() + START_MS;
    while (Date.now() < deadline && !gone()) {
      if (await answers(`http://127.0.0.1:${port}/healthz`)) return;
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
    throw new Error(`The app did not start:\n${output.slice(-4000)}`);
  }

  return {
    port,
    launch,
    start: () => {
      launch();
      return untilListening();
    },
    freeze: () => void child?.kill("SIGSTOP"),
    kill: async (signal = "SIGKILL") => {
      if (gone() || !child) return;
      const ended = new Promise((resolve) => child?.once("exit", resolve));
      child.kill(signal);
      await ended;
    },
    alive: () => !gone(),
    output: () => output,
  };
}

/** Listening is enough: under full load the database may have no connection left for this question. */
async function answers(url: string): Promise<boolean> {
  try {
    const answer = await fetch(url);
    await answer.text();
    return true;
  } catch {
    return false;
  }
}

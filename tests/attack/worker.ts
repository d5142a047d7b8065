import { parentPort } from "node:worker_threads";
import loadHighs from "highs";
import type { Mode } from "./modes.ts";
import { attackNetwork } from "./one-network.ts";

/** A network to attack; with `program` also by the integer program, which takes long. */
export type Task = { seed: number; mode: Mode; program: boolean };

const highs = await loadHighs();
parentPort?.on("message", ({ seed, mode, program }: Task) => {
  parentPort?.postMessage(attackNetwork(seed, mode, program ? highs : undefined));
});

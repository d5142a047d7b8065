import { parentPort } from "node:worker_threads";
import loadHighs from "highs";
import { attackNetwork, type Task } from "./one-network.ts";

const highs = await loadHighs();
parentPort?.on("message", (task: Task) => {
  parentPort?.postMessage(attackNetwork(task, task.program ? highs : undefined));
});

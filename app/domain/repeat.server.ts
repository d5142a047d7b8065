/**
 * Does `work` now and every `ms` milliseconds; a slow turn is not overtaken by the next one, and one that fails is tried
 * again at its time. `what` names it in the log. Gives back what ends it, after the turn under way.
 */
export function repeat(ms: number, what: string, work: () => Promise<unknown>): () => Promise<void> {
  let running: Promise<unknown> = Promise.resolve();
  const turn = () => {
    // The message could quote a row, so only the kind of the error is logged.
    running = running.then(work).catch((error: { code?: string; name?: string }) => {
      console.error(what, "failed, and is tried again:", error.code ?? error.name ?? "error");
    });
  };
  turn();
  const timer = setInterval(turn, ms).unref();
  return async () => {
    clearInterval(timer);
    await running;
  };
}

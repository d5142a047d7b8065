/**
 * Runs `work` without survey-core's warnings: it writes rejected answers to the console, and no log may hold an answer.
 * For synchronous work only.
 */
export function quietly<T>(work: () => T): T {
  const { warn, error } = console;
  console.warn = () => undefined;
  console.error = () => undefined;
  try {
    return work();
  } finally {
    console.warn = warn;
    console.error = error;
  }
}

/** As long as one request to the server may take, and a little. */
const PATIENCE_MS = 35_000;

/** What a window asks of the one that leads, and waits for. */
export type Requests = {
  /** resolves when it is answered, or given up on */
  ask: () => Promise<void>;
  answered: (id: string) => void;
  /** what nobody has answered yet */
  open: () => string[];
};

export function createRequests(newId: () => string, send: (id: string) => void): Requests {
  const asked = new Map<string, () => void>();
  return {
    ask: () => {
      const id = newId();
      return new Promise((resolve) => {
        const end = () => {
          asked.delete(id);
          resolve();
        };
        asked.set(id, end);
        setTimeout(end, PATIENCE_MS);
        send(id);
      });
    },
    answered: (id) => asked.get(id)?.(),
    open: () => [...asked.keys()],
  };
}

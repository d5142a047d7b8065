import { useEffect, useState } from "react";

const EVERY_MS = 10_000;
const PATIENCE_MS = 5000;

/** Whether the server answers: asked now, every ten seconds, and when the browser says that the network is back. */
export function useConnection(): boolean {
  const [connected, setConnected] = useState(false);
  useEffect(() => {
    let ended = false;
    const ask = async () => {
      const answers = await isThere();
      if (!ended) setConnected(answers);
    };
    const timer = setInterval(ask, EVERY_MS);
    window.addEventListener("online", ask);
    window.addEventListener("offline", ask);
    void ask();
    return () => {
      ended = true;
      clearInterval(timer);
      window.removeEventListener("online", ask);
      window.removeEventListener("offline", ask);
    };
  }, []);
  return connected;
}

async function isThere(): Promise<boolean> {
  if (!navigator.onLine) return false;
  try {
    return (await fetch("/healthz", { cache: "no-store", signal: AbortSignal.timeout(PATIENCE_MS) })).ok;
  } catch {
    return false;
  }
}

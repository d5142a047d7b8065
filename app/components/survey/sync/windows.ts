/** What the windows of one browser tell each other about one questionnaire. */
export type Windows<Message> = {
  tell: (message: Message) => void;
  /** Makes sure that somebody leads who is awake; this window, if nobody else is. */
  wake: () => void;
  stop: () => void;
};

type Hello = { hello: "who" | "here" };

/** A leader that gives no sign for so long is frozen by the browser, in a window that nobody looks at. */
const ANSWER_MS = 1000;

/** Under this name the windows of a browser meet that have the same questionnaire of the same person open. */
export const meetingOf = (invitationId: string, as: string | null): string => `bogen:${invitationId}:${as ?? ""}`;

/**
 * Of several windows with the same questionnaire one leads: it sends what waits and holds the one stream. When it is
 * closed the next one takes over; when it is frozen in the background, the window that somebody looks at does.
 */
export function joinWindows<Message extends object>(
  name: string,
  { onMessage, onLead, onFollow }: { onMessage: (message: Message) => void; onLead: () => void; onFollow: () => void },
): Windows<Message> {
  const channel = typeof BroadcastChannel === "undefined" ? undefined : new BroadcastChannel(name);
  const stopped = new AbortController();
  let leads = false;
  let answered = false;
  let free: () => void = () => {};

  function lead(): Promise<void> {
    leads = true;
    onLead();
    return new Promise((resolve) => {
      free = resolve;
    });
  }

  /** Waits for its turn, or takes it. Who was taken the lead from is told by the lock. */
  function apply(steal: boolean): void {
    if (!navigator.locks) return void lead();
    const options = steal ? { steal: true } : { signal: stopped.signal };
    navigator.locks.request(name, options, lead).catch(() => {
      if (stopped.signal.aborted || !leads) return;
      leads = false;
      onFollow();
      apply(false);
    });
  }

  let asking = false;
  function whenSeen(): void {
    if (document.visibilityState !== "visible" || leads || asking || !navigator.locks) return;
    answered = false;
    asking = true;
    channel?.postMessage({ hello: "who" } satisfies Hello);
    setTimeout(() => {
      asking = false;
      if (!answered && !leads && !stopped.signal.aborted && document.visibilityState === "visible") apply(true);
    }, ANSWER_MS);
  }

  channel?.addEventListener("message", ({ data }: MessageEvent<Message | Hello>) => {
    if (!("hello" in data)) onMessage(data);
    else if (data.hello === "here") answered = true;
    else if (leads) channel.postMessage({ hello: "here" } satisfies Hello);
  });
  document.addEventListener("visibilitychange", whenSeen);
  apply(false);
  return {
    tell: (message) => channel?.postMessage(message),
    wake: whenSeen,
    stop: () => {
      document.removeEventListener("visibilitychange", whenSeen);
      stopped.abort();
      leads = false;
      free();
      channel?.close();
    },
  };
}

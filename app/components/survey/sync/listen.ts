import type { Present, ResponseStanding } from "../../../domain/responses/read-response.server.ts";

export type Heard = ResponseStanding & { people: Present[] };

type ListenOptions = {
  liveUrl: string;
  /** the address of what is new since a step */
  standingUrl: (since: number) => string;
  since: () => number;
  onStanding: (heard: Heard) => void;
  onPeople: (people: Present[]) => void;
  /** something beside the answers is new */
  onTalk: () => void;
  /** there is no way in any more: signed out (401), or access was taken away (404) */
  onRefused: (status: number) => void;
};

export type Listening = { refresh: () => void; stop: () => void };

/** Without a stream (a proxy that blocks it, say) it is asked again and again. */
const POLL_MS = 4000;
const TRY_AGAIN_MS = 30_000;
const OPEN_MS = 5000;

/** Hears what colleagues do, over a stream; where none comes through, by asking. */
export function listenToSheet(options: ListenOptions): Listening {
  let stream: EventSource | undefined;
  let poll: ReturnType<typeof setInterval> | undefined;
  let retry: ReturnType<typeof setTimeout> | undefined;
  let reading = false;
  let again = false;
  let stopped = false;

  /** One reading at a time; what is announced meanwhile is read right after it. */
  async function refresh(): Promise<void> {
    if (stopped) return;
    if (reading) {
      again = true;
      return;
    }
    reading = true;
    again = false;
    try {
      const response = await fetch(options.standingUrl(options.since()), { headers: { Accept: "application/json" } });
      if (stopped) return;
      if (response.ok && !response.redirected) take((await response.json()) as Heard);
      else if (response.status === 401 || response.status === 404) options.onRefused(response.status);
    } catch {
      // Without a network the next sign of life asks anew.
    } finally {
      reading = false;
      if (again) void refresh();
    }
  }

  function take(heard: Heard): void {
    options.onStanding(heard);
    // An open stream knows better: this may have been read before somebody left, and come after the word of it.
    if (stream?.readyState !== EventSource.OPEN) options.onPeople(heard.people);
  }

  function pollInstead(): void {
    poll ??= setInterval(() => void refresh(), POLL_MS);
    clearTimeout(retry);
    retry = setTimeout(open, TRY_AGAIN_MS);
  }

  function open(): void {
    if (stopped) return;
    stream?.close();
    const own = new EventSource(options.liveUrl);
    stream = own;
    const late = setTimeout(pollInstead, OPEN_MS);
    own.addEventListener("open", () => {
      clearTimeout(late);
      clearTimeout(retry);
      clearInterval(poll);
      poll = undefined;
      void refresh();
    });
    own.addEventListener("fields", () => void refresh());
    own.addEventListener("state", () => void refresh());
    own.addEventListener("talk", () => options.onTalk());
    own.addEventListener("people", ({ data }) => options.onPeople(JSON.parse(data) as Present[]));
    own.addEventListener("error", () => {
      clearTimeout(late);
      // A refusal closes the stream for good; anything else it tries again by itself.
      if (own.readyState === EventSource.CLOSED) void refresh();
      pollInstead();
    });
  }

  const back = () => {
    void refresh();
    if (!stream || stream.readyState === EventSource.CLOSED) open();
  };
  window.addEventListener("online", back);
  open();
  return {
    refresh: () => void refresh(),
    stop: () => {
      stopped = true;
      window.removeEventListener("online", back);
      clearInterval(poll);
      clearTimeout(retry);
      stream?.close();
    },
  };
}

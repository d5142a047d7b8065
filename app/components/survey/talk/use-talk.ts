import { useCallback, useEffect, useRef, useState } from "react";
import type { TalkStep } from "../../../domain/talk/change-talk.server.ts";
import type { LastTime } from "../../../domain/talk/read-last-time.server.ts";
import type { Mark, Note, Talk } from "../../../domain/talk/read-talk.server.ts";
import { paths } from "../../../paths.ts";
import { fetchLastTime, fetchTalk, postTalk } from "./talk-api.ts";

/** What others have added since the last look, to be said aloud. */
export type News = { notes: Note[]; assigned: Mark[] };

export type TalkData = {
  talk: Talk | undefined;
  lastTime: LastTime | null;
  failed: boolean;
  news: News;
  /** takes a step; `refused` is why not, where the server said so */
  send: (step: TalkStep) => Promise<{ sent: boolean; refused?: string | undefined }>;
};

const NO_NEWS: News = { notes: [], assigned: [] };

/** Tells when somebody changed something beside the answers; gives back how to stop listening. */
export type Listen = (tell: () => void) => () => void;

/** Everything beside the answers of a sheet, kept up to date. */
export function useTalk(invitationId: string, listen: Listen): TalkData {
  const [talk, setTalk] = useState<Talk>();
  const [lastTime, setLastTime] = useState<LastTime | null>(null);
  const [failed, setFailed] = useState(false);
  const [news, setNews] = useState(NO_NEWS);
  const before = useRef<Talk>();
  /** answers can overtake each other: an older one never replaces a newer one */
  const asked = useRef({ last: 0, shown: 0 });

  const show = useCallback((next: Talk | undefined, number: number) => {
    setFailed(next === undefined && before.current === undefined);
    if (!next || number < asked.current.shown) return;
    asked.current.shown = number;
    if (before.current) {
      const found = newsIn(before.current, next);
      if (found.notes.length + found.assigned.length > 0) setNews(found);
    }
    before.current = next;
    setTalk(next);
  }, []);

  useEffect(() => {
    const url = paths.talk(invitationId);
    let ended = false;
    const refresh = async () => {
      const number = ++asked.current.last;
      const next = await fetchTalk(url);
      if (!ended) show(next, number);
    };
    refresh();
    fetchLastTime(paths.lastTime(invitationId)).then((last) => !ended && setLastTime(last ?? null));
    const stop = listen(refresh);
    return () => {
      ended = true;
      stop();
    };
  }, [invitationId, listen, show]);

  const send = useCallback(
    async (step: TalkStep) => {
      const number = ++asked.current.last;
      const answer = await postTalk(paths.talk(invitationId), step);
      if ("code" in answer) return { sent: false, refused: answer.code };
      show(answer.talk, number);
      return { sent: true };
    },
    [invitationId, show],
  );
  return { talk, lastTime, failed, news, send };
}

/** Notes of others, and places that somebody else asked the reader for. */
export function newsIn(before: Talk, next: Talk): News {
  const known = new Set(before.notes.map((note) => note.noteId));
  const mine = new Set(before.marks.filter((mark) => mark.assignee?.accountId === next.me).map(({ place }) => place));
  return {
    notes: next.notes.filter((note) => !known.has(note.noteId) && note.byId !== next.me),
    assigned: next.marks.filter((mark) => mark.assignee?.accountId === next.me && !mine.has(mark.place)),
  };
}

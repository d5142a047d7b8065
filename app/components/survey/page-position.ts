import { useEffect, useRef } from "react";
import type { PageState } from "./survey-model.ts";

/** A page before the model knows it. */
export function blankState(name: string, title: string): PageState {
  return { name, title, asked: 0, answered: 0, hasErrors: false };
}

/** After a change of page the reading position is its heading, also for screen readers. */
export function useFocusOnChange(page: string) {
  const heading = useRef<HTMLHeadingElement>(null);
  const before = useRef(page);
  useEffect(() => {
    const moved = before.current !== "" && before.current !== page;
    before.current = page;
    if (!moved) return;
    window.scrollTo({ top: 0 });
    heading.current?.focus({ preventScroll: true });
  }, [page]);
  return heading;
}

/** Keeps the page in the address, so that a reload comes back to it; the history is left alone. */
export function useRememberPage(page: string) {
  useEffect(() => {
    if (!page) return;
    const url = new URL(window.location.href);
    url.searchParams.set("seite", page);
    url.searchParams.delete("frage");
    window.history.replaceState(window.history.state, "", url);
  }, [page]);
}

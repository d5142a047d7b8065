import { useNavigate, useNavigation } from "@remix-run/react";
import { useEffect, useRef } from "react";

type Slides = {
  /** from 1 */
  number: number;
  count: number;
  /** the address of a slide */
  at: (number: number) => string;
  leave: string;
};

/** Keys as presenters send them. Up and down are left to slides that are longer than the screen. */
const TURNS: Record<string, (from: number, count: number) => number> = {
  ArrowRight: (from) => from + 1,
  PageDown: (from) => from + 1,
  ArrowLeft: (from) => from - 1,
  PageUp: (from) => from - 1,
  Home: () => 1,
  End: (_, count) => count,
};

/** From slide to slide by keyboard; F takes the whole screen, and gives it back. */
export function useSlideKeys({ number, count, at, leave }: Slides): void {
  const navigate = useNavigate();
  const isThere = useNavigation().state === "idle";
  // Whoever presses twice is one slide further than the page: each press counts from the slide that was asked for last.
  const wanted = useRef(number);
  if (isThere) wanted.current = number;
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      // What has the focus may have used the key already, as the map of a network does.
      if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey || isBusy(event)) return;
      if (event.key === "f" || event.key === "F") return toggleScreen();
      // Leaving goes back to the report; slides replace each other, so that "back" leaves too.
      if (event.key === "Escape") return navigate(leave);
      const to = TURNS[event.key]?.(wanted.current, count);
      if (to === undefined || to < 1 || to > count) return;
      event.preventDefault();
      wanted.current = to;
      navigate(at(to), { replace: true, preventScrollReset: false });
    };
    window.addEventListener("keydown", onKey);
    return () => window.removeEventListener("keydown", onKey);
  }, [navigate, at, count, leave]);
}

/** Something has the focus that needs the key itself. */
function isBusy({ target }: KeyboardEvent): boolean {
  return target instanceof Element && target.closest("input, select, textarea, [contenteditable]") !== null;
}

/** Where a browser refuses, the page stays as it is. */
export function toggleScreen(): void {
  const done = document.fullscreenElement ? document.exitFullscreen() : document.documentElement.requestFullscreen();
  done.catch(() => {});
}

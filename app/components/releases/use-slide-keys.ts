import { useNavigate } from "@remix-run/react";
import { useEffect } from "react";

type Places = { first: string; before: string | null; after: string | null; last: string; leave: string };

/** Keys as presenters send them. Up and down are left to slides that are longer than the screen. */
const TURNS: Record<string, keyof Places> = {
  ArrowRight: "after",
  PageDown: "after",
  ArrowLeft: "before",
  PageUp: "before",
  Home: "first",
  End: "last",
  Escape: "leave",
};

/** From slide to slide by keyboard; F takes the whole screen, and gives it back. */
export function useSlideKeys(places: Places): void {
  const navigate = useNavigate();
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.ctrlKey || event.metaKey || event.altKey || isBusy(event)) return;
      if (event.key === "f" || event.key === "F") return toggleScreen();
      const turn = TURNS[event.key];
      const to = turn && places[turn];
      if (!to) return;
      event.preventDefault();
      // Leaving goes back to the report; slides replace each other, so that "back" leaves too.
      navigate(to, { replace: turn !== "leave", preventScrollReset: false });
    };
    window.addEventListener("keydown", onKey);
    return () => window.removeEventListener("keydown", onKey);
  }, [navigate, places]);
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

import { type RefObject, useEffect, useState } from "react";
import { flushSync } from "react-dom";

/** Drawn before it comes into view by so much. */
const AHEAD = "200px 0px";
/** What nobody has scrolled to by then is drawn all the same, so that the page can be printed and searched as a whole. */
const LATER_MS = 3_000;

/**
 * True as soon as a box is nearly in view, or somewhat later: what can be read comes first, and the code of charts only after it
 * where none is in view. `atOnce`: on paper all is in view.
 */
export function useNear(box: RefObject<HTMLElement | null>, atOnce: boolean): boolean {
  const [isNear, setIsNear] = useState(atOnce);
  useEffect(() => {
    const element = box.current;
    if (isNear || !element) return;
    const draw = () => setIsNear(true);
    const observer = new IntersectionObserver(
      (entries) => {
        if (entries.some(({ isIntersecting }) => isIntersecting)) draw();
      },
      { rootMargin: AHEAD },
    );
    observer.observe(element);
    const timer = setTimeout(draw, LATER_MS);
    // Paper takes what stands when this event is over.
    const drawNow = () => flushSync(draw);
    addEventListener("beforeprint", drawNow);
    return () => {
      observer.disconnect();
      clearTimeout(timer);
      removeEventListener("beforeprint", drawNow);
    };
  }, [box, isNear]);
  return isNear;
}

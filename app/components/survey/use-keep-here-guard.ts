import { useBlocker } from "@remix-run/react";
import { useEffect } from "react";

/**
 * Before leaving: what only this window has is not sent yet, and the person decides. `isUnsent` is asked at the moment of
 * leaving and stays the same function; `unsent` is what it said when the page was drawn.
 */
export function useKeepHereGuard(isUnsent: () => boolean, unsent: boolean, question: string): void {
  const blocker = useBlocker(isUnsent);
  useEffect(() => {
    if (blocker.state !== "blocked") return;
    if (window.confirm(question)) blocker.proceed();
    else blocker.reset();
  }, [blocker, question]);
  useEffect(() => {
    if (!unsent) return;
    const warn = (event: BeforeUnloadEvent) => event.preventDefault();
    window.addEventListener("beforeunload", warn);
    return () => window.removeEventListener("beforeunload", warn);
  }, [unsent]);
}

import { useBlocker } from "@remix-run/react";
import { useCallback, useEffect } from "react";
import { useTexts } from "../texts.ts";
import type { Saver } from "./sync/saver.ts";

/** How long a click on a link may wait for the server before the person is asked. */
const PATIENCE_MS = 4000;

/** Links inside the app: what is not saved yet is saved first; where that cannot be done, the person decides. */
export function useLeaveGuard(saver: Saver | undefined): void {
  const { leave } = useTexts().responses.fill.save;
  const mustWait = useCallback(() => (saver?.unsaved().size ?? 0) > 0, [saver]);
  const blocker = useBlocker(mustWait);
  useEffect(() => {
    if (blocker.state !== "blocked" || !saver) return;
    let asked = false;
    const goOrStay = (saved: boolean) => {
      if (asked) return;
      asked = true;
      clearTimeout(timer);
      if (saved || window.confirm(leave)) blocker.proceed();
      else blocker.reset();
    };
    const timer = setTimeout(() => goOrStay(false), PATIENCE_MS);
    saver.flush().then(goOrStay);
    return () => {
      asked = true;
      clearTimeout(timer);
    };
  }, [blocker, saver, leave]);
}

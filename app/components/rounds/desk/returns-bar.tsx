import type { ReturnState, Returns } from "../../../domain/rounds/desk/returns.ts";
import { useTexts } from "../../texts.ts";

/** In the order in which they stand in bars, keys and tables. */
export const STATE_ORDER: readonly ReturnState[] = ["submitted", "begun", "opened", "invited", "bounced", "declined"];

/** What a state is called; once the round is over nothing is "not yet" any more. */
export function useStateLabel(running: boolean): (state: ReturnState) => string {
  const t = useTexts().desk;
  return (state) => (running ? t.states[state] : { ...t.states, ...t.statesAfter }[state]);
}

/** One bar in parts. What it shows stands beside it in numbers, so it is left out for those who listen. */
export function ReturnsBar({ returns }: { returns: Returns }) {
  let before = 0;
  return (
    <svg className="returns-bar" aria-hidden="true" focusable="false">
      {STATE_ORDER.map((state) => {
        const start = before;
        before += returns[state];
        if (returns[state] === 0) return null;
        return (
          <rect
            key={state}
            className={`returns-part returns-part--${state}`}
            x={share(start, returns.all)}
            width={share(returns[state], returns.all)}
            height="100%"
          />
        );
      })}
    </svg>
  );
}

function share(n: number, all: number): string {
  return `${Math.round((n / Math.max(1, all)) * 10_000) / 100}%`;
}

import { colourOf, initialsOf } from "./people.ts";
import { useTalkAround } from "./talk-context.tsx";

/** A person as a small circle. It says nothing to screen readers: the name always stands beside it or around it. */
export function PersonCircle({ accountId, name }: { accountId: string; name: string }) {
  const team = useTalkAround()?.talk?.team;
  return (
    <span className={`person-circle person-circle--${colourOf(accountId, team)}`} aria-hidden="true">
      {initialsOf(name)}
    </span>
  );
}

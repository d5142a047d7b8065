import { fitting } from "./post-changes.ts";
import type { QueuedEdit } from "./replica.ts";

/** An edit as a device keeps it: with its questionnaire, and whose it is. */
export type KeptEdit = QueuedEdit & { invitationId: string; as: string | null };

export type Most = { edits: number; bytes: number };

export function bare({ invitationId: _, as: __, ...edit }: KeptEdit): QueuedEdit {
  return edit;
}

/** The edits of one person, in their order. */
export function ownOf(edits: readonly KeptEdit[], as: string | null): KeptEdit[] {
  return edits.filter((edit) => edit.as === as).sort((a, b) => a.order - b.order);
}

/**
 * The next edits to be sent, of one person's in their order. What is under way comes first and alone: while it gets no
 * answer, everything behind it may still change, and is not kept in one version after the other.
 */
export function nextOf(own: readonly KeptEdit[], most: Most): KeptEdit[] {
  const waiting = own.filter((edit) => !edit.refused);
  const underWay = waiting.filter((edit) => edit.sent);
  const next = underWay.length > 0 ? underWay : waiting;
  return fitting(next.slice(0, most.edits), most.bytes).map((edit) => ({ ...edit, sent: true }));
}

/** How many edits wait, by questionnaire and by whose they are. */
export function counted(edits: readonly KeptEdit[]): { invitationId: string; as: string | null; waiting: number }[] {
  const groups = Map.groupBy(edits, ({ invitationId, as }) => JSON.stringify([invitationId, as]));
  return [...groups].map(([key, some]) => {
    const [invitationId, as] = JSON.parse(key) as [string, string | null];
    return { invitationId, as, waiting: some.length };
  });
}

import type { QueuedEdit } from "./replica.ts";

export type Refusal = { opId: string; code: string };

/**
 * What becomes of a queue of which the server refused some edits: each gives way to what was written on top of it, which
 * then stands on what the refused one stood on; with nothing on top it stays, as refused. Nothing of a batch in which
 * something is refused was saved, so that bodies may change once more.
 */
export function afterRefusals(
  queue: readonly QueuedEdit[],
  refusals: readonly Refusal[],
): { put: QueuedEdit[]; drop: string[] } {
  const edits = new Map(queue.map((edit) => [edit.opId, edit]));
  const put = new Map<string, QueuedEdit>();
  const drop = new Set<string>();
  const change = (edit: QueuedEdit) => {
    edits.set(edit.opId, edit);
    put.set(edit.opId, edit);
  };
  for (const { opId, code } of refusals) {
    const refused = edits.get(opId);
    if (!refused) continue;
    const later = [...edits.values()];
    for (const one of later) if (standsOn(one, opId)) change(rebased(one, refused));
    if (later.some(({ base }) => base === opId)) {
      edits.delete(opId);
      put.delete(opId);
      drop.add(opId);
    } else change({ ...refused, refused: code });
  }
  return { put: [...put.values()], drop: [...drop] };
}

const standsOn = ({ base, seen }: QueuedEdit, opId: string): boolean =>
  base === opId || Object.values(seen ?? {}).includes(opId);

function rebased(edit: QueuedEdit, refused: QueuedEdit): QueuedEdit {
  const { opId, base } = refused;
  const isNext = edit.base === opId;
  const settles = isNext ? [...new Set([...(refused.settles ?? []), ...(edit.settles ?? [])])] : edit.settles;
  const seen = edit.seen && Object.entries(edit.seen).map(([path, at]) => [path, at === opId ? base : at] as const);
  return {
    ...edit,
    ...(isNext ? { base } : {}),
    ...(seen ? { seen: Object.fromEntries(seen) } : {}),
    ...(settles && settles.length > 0 ? { settles } : {}),
    sent: false,
  };
}

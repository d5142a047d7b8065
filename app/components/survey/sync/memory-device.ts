import type { Device } from "./device.ts";
import { bare, counted, type KeptEdit, nextOf, ownOf } from "./kept-edits.ts";
import { afterRefusals } from "./refusal.ts";

/** A device that keeps nothing beyond the page. */
export function openMemory(): Device {
  const edits = new Map<string, KeptEdit>();
  const keyOf = (invitationId: string, opId: string) => `${invitationId} ${opId}`;
  const put = (edit: KeptEdit) => edits.set(keyOf(edit.invitationId, edit.opId), edit);
  const own = (invitationId: string, as: string | null) =>
    ownOf(
      [...edits.values()].filter((edit) => edit.invitationId === invitationId),
      as,
    );
  return {
    isDurable: false,
    readSheet: async () => undefined,
    keepSheet: async () => {},
    dropSheet: async () => {},
    listSheets: async () => [],
    listEdits: async (invitationId, as) => own(invitationId, as).map(bare),
    putEdit: async (invitationId, as, edit) => {
      if (edits.get(keyOf(invitationId, edit.opId))?.sent) return;
      put({ ...edit, invitationId, as });
      if (edit.instead) edits.delete(keyOf(invitationId, edit.instead));
    },
    takeEdits: async (invitationId, as, most) => {
      const taken = nextOf(own(invitationId, as), most);
      taken.forEach(put);
      return taken.map(bare);
    },
    refuseEdits: async (invitationId, as, refusals) => {
      const after = afterRefusals(own(invitationId, as), refusals);
      for (const edit of after.put) put({ ...edit, invitationId, as });
      for (const opId of after.drop) edits.delete(keyOf(invitationId, opId));
    },
    dropEdits: async (invitationId, opIds) => {
      for (const opId of opIds) edits.delete(keyOf(invitationId, opId));
    },
    countEdits: async () => counted([...edits.values()]),
    clear: async () => edits.clear(),
  };
}

import type { Device } from "./device.ts";
import type { QueuedEdit } from "./replica.ts";

/**
 * A device with a spare: what it has no room for waits in the page, and is sent all the same. From the first such edit of
 * a questionnaire on, its later ones wait there too, so that the order stays: the device's edits first, then the spare's.
 */
export function withSpare(device: Device, spare: Device): Device {
  const none = (): QueuedEdit[] => [];
  return {
    ...device,
    listEdits: async (invitationId, as) => [
      ...(await device.listEdits(invitationId, as).catch(none)),
      ...(await spare.listEdits(invitationId, as)),
    ],
    putEdit: async (invitationId, as, edit) => {
      if ((await spare.listEdits(invitationId, as)).length === 0) {
        try {
          return await device.putEdit(invitationId, as, edit);
        } catch {
          // An older version of the same edit must not be sent beside this one.
          await device.dropEdits(invitationId, [edit.opId]).catch(() => {});
        }
      }
      await spare.putEdit(invitationId, as, edit);
    },
    takeEdits: async (invitationId, as, most) => {
      const taken = await device.takeEdits(invitationId, as, most).catch(none);
      return taken.length > 0 ? taken : spare.takeEdits(invitationId, as, most);
    },
    refuseEdits: async (invitationId, as, refusals) => {
      await spare.refuseEdits(invitationId, as, refusals);
      await device.refuseEdits(invitationId, as, refusals);
    },
    dropEdits: async (invitationId, opIds) => {
      await spare.dropEdits(invitationId, opIds);
      await device.dropEdits(invitationId, opIds);
    },
    countEdits: async () => [...(await device.countEdits()), ...(await spare.countEdits())],
    clear: async () => {
      await spare.clear();
      await device.clear();
    },
  };
}

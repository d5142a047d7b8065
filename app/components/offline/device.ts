import type { Text } from "#surveys/model.ts";
import { paths } from "../../paths.ts";
import { type Device, type KeptSheet, leaveDevice, openDevice } from "../survey/sync/device.ts";
import { createDrain } from "../survey/sync/drain.ts";
import type { Message } from "../survey/sync/messages.ts";
import { createReplica } from "../survey/sync/replica.ts";
import { meetingOf } from "../survey/sync/windows.ts";
import { stopWorker } from "./worker.ts";

/** A questionnaire on this device, as the list shows it. */
export type KeptSummary = {
  invitationId: string;
  title: Text;
  wave: string;
  project: string;
  closesAt: Date;
  /** edits that the server has not acknowledged yet */
  waiting: number;
};

/** Edits that wait: of the person who was here last, and of others who were here before. */
export type Unsent = { own: number; others: number };

type Place = { invitationId: string; as: string | null };

/** Whether both belong to one person. Guests have no account to be known by: theirs is one questionnaire each. */
const isSamePerson = (one: Place, other: Place): boolean =>
  one.as === other.as && (one.as !== null || one.invitationId === other.invitationId);

/** The questionnaires of the person who was here last; those of others are nobody's business. */
async function listOwn(device: Device): Promise<KeptSheet[]> {
  const sheets = (await device.listSheets()).sort((a, b) => b.keptAt.localeCompare(a.keptAt));
  const [last] = sheets;
  return last ? sheets.filter((sheet) => isSamePerson(sheet, last)) : [];
}

export async function listKept(): Promise<KeptSummary[]> {
  const device = await openDevice();
  const sheets = await listOwn(device);
  return Promise.all(
    sheets.map(async ({ invitationId, as, cover }) => {
      const { title, wave, project, closesAt } = cover;
      const waiting = (await device.listEdits(invitationId, as)).length;
      return { invitationId, title, wave, project, closesAt, waiting };
    }),
  );
}

/** The questionnaire, if it is the present person's. */
export async function findKept(invitationId: string): Promise<KeptSheet | undefined> {
  return (await listOwn(await openDevice())).find((sheet) => sheet.invitationId === invitationId);
}

export async function countUnsent(): Promise<Unsent> {
  const device = await openDevice();
  const [sheets, waiting] = await Promise.all([listOwn(device), device.countEdits()]);
  const [last] = sheets;
  const isOwn = (count: Place) => !last || isSamePerson(count, last);
  const sum = (counts: typeof waiting) => counts.reduce((all, count) => all + count.waiting, 0);
  return { own: sum(waiting.filter(isOwn)), others: sum(waiting.filter((count) => !isOwn(count))) };
}

/** Sends what waits, as far as it is the present person's. True when nothing of theirs waits any more. */
export async function sendUnsent(): Promise<boolean> {
  const device = await openDevice();
  for (const sheet of await listOwn(device)) await send(device, sheet);
  return (await countUnsent()).own === 0;
}

/**
 * A window that has the questionnaire open may send the same at the same time: the server counts each edit once. It is
 * told what becomes of the edits, so that it does not wait for them.
 */
async function send(device: Device, sheet: KeptSheet): Promise<void> {
  const { invitationId, as } = sheet;
  const edits = await device.listEdits(invitationId, as);
  if (edits.length === 0) return;
  const replica = createReplica(sheet.standing, edits, () => crypto.randomUUID());
  const windows = new BroadcastChannel(meetingOf(invitationId, as));
  const tell = (message: Message) => windows.postMessage(message);
  const drain = createDrain({
    device,
    invitationId,
    as,
    url: paths.changes(invitationId),
    onTaken: (taken) => tell({ taken }),
    onAnswer: (outcomes, at) => {
      replica.acknowledge(outcomes, { byId: as, by: null }, at);
      tell({ outcomes, at });
    },
    onRefused: (refused) => tell({ refused }),
    onState: () => {},
  });
  await drain.flush();
  drain.stop();
  windows.close();
  // What has arrived is part of the kept questionnaire now.
  const standing = { seq: replica.seq(), fields: [...replica.fields().values()], clashes: [...replica.clashes()] };
  await device.keepSheet({ ...sheet, standing });
}

/**
 * Whoever opens a questionnaire ends what others have left here, but for edits that only this device has. What another
 * guest has read goes in any case, after another guest: edits that wait are sent when their link is opened here again.
 */
export async function dropOthers(present: Place): Promise<void> {
  const device = await openDevice();
  for (const sheet of await device.listSheets()) {
    if (isSamePerson(sheet, present)) continue;
    const areGuests = sheet.as === null && present.as === null;
    const waits = (await device.listEdits(sheet.invitationId, sheet.as)).length > 0;
    if (areGuests || !waits) await device.dropSheet(sheet.invitationId);
  }
}

/** Empties this device of questionnaires and edits, whoever they belong to. The page has to go afterwards. */
export async function forgetSheets(): Promise<void> {
  // The person has decided; no page may ask once more before it goes.
  window.addEventListener("beforeunload", (event) => event.stopImmediatePropagation(), { capture: true });
  await leaveDevice();
}

/** Empties this device altogether: there is no page for times without a network any more, either. */
export async function clearDevice(): Promise<void> {
  await forgetSheets();
  await stopWorker();
}

import type { Text } from "#surveys/model.ts";
import { stopWorker } from "./worker.ts";

/** A questionnaire on this device, as the list shows it. */
export type KeptSummary = {
  invitationId: string;
  title: Text;
  wave: string;
  project: string;
  closesAt: string;
  /** edits that the server has not acknowledged yet */
  waiting: number;
};

/** Edits that wait: of the person who was here last, and of others who were here before. */
export type Unsent = { own: number; others: number };

export async function listKept(): Promise<KeptSummary[]> {
  return [];
}

export async function countUnsent(): Promise<Unsent> {
  return { own: 0, others: 0 };
}

/** Sends what waits, as far as it is the present person's. True when nothing of theirs waits any more. */
export async function sendUnsent(): Promise<boolean> {
  return true;
}

/** Empties this device: nothing of anybody's is left, and no page for times without a network. */
export async function clearDevice(): Promise<void> {
  await stopWorker();
}

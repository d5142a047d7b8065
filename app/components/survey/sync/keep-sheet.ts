import type { Device, KeptSheet } from "./device.ts";
import type { Replica } from "./replica.ts";

const EVERY_MS = 3000;

/** Keeps the questionnaire on the device as it stands, for times without a network. Gives back what ends it. */
export function keepSheetUpToDate(
  device: Device,
  replica: Replica,
  sheet: Omit<KeptSheet, "standing" | "keptAt">,
): () => void {
  let kept = "";
  const keep = () => {
    const standing = { seq: replica.seq(), fields: [...replica.fields().values()], clashes: [...replica.clashes()] };
    const now = JSON.stringify([device.isDurable, standing.fields.map(({ path, rev }) => [path, rev])]);
    if (now === kept) return;
    kept = now;
    device.keepSheet({ ...sheet, standing, keptAt: new Date().toISOString() }).catch(() => {
      kept = "";
    });
  };
  keep();
  const timer = setInterval(keep, EVERY_MS);
  return () => clearInterval(timer);
}

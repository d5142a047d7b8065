const CENTRAL_HEADER = 0x02014b50;
const END_OF_DIRECTORY = 0x06054b50;
const END_LENGTH = 22;
const CENTRAL_LENGTH = 46;

/**
 * Sets the time of every entry of a small ZIP archive (no ZIP64, no comment), so that the same contents give the same
 * bytes. Offsets are those of APPNOTE.TXT 6.3.10, sections 4.3.7, 4.3.12 and 4.3.16.
 */
export function withZipTimes(archive: Uint8Array, time: Date): Uint8Array {
  const bytes = new Uint8Array(archive);
  const view = new DataView(bytes.buffer);
  const end = bytes.length - END_LENGTH;
  if (view.getUint32(end, true) !== END_OF_DIRECTORY) throw new Error("not a plain ZIP archive");
  const stamp = dosTime(time);
  let at = view.getUint32(end + 16, true);
  for (let left = view.getUint16(end + 10, true); left > 0; left--) {
    if (view.getUint32(at, true) !== CENTRAL_HEADER) throw new Error("not a plain ZIP archive");
    view.setUint32(at + 12, stamp, true);
    view.setUint32(view.getUint32(at + 42, true) + 10, stamp, true);
    at +=
      CENTRAL_LENGTH + view.getUint16(at + 28, true) + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
  }
  return bytes;
}

/** MS-DOS date and time in the network's zone, in steps of two seconds: ZIP readers show it as it stands. */
function dosTime(time: Date): number {
  const { year, month, day, hour, minute, second } = wallClock(time);
  return (((year - 1980) << 25) | (month << 21) | (day << 16) | (hour << 11) | (minute << 5) | (second >> 1)) >>> 0;
}

type WallClock = Record<"year" | "month" | "day" | "hour" | "minute" | "second", number>;

/** What the clock on the network's wall shows, whatever the machine's zone. */
export function wallClock(time: Date): WallClock {
  const parts = new Intl.DateTimeFormat("en-GB", {
    timeZone: "Europe/Berlin",
    hourCycle: "h23",
    year: "numeric",
    month: "numeric",
    day: "numeric",
    hour: "numeric",
    minute: "numeric",
    second: "numeric",
  }).formatToParts(time);
  return Object.fromEntries(parts.map(({ type, value }) => [type, Number(value)])) as WallClock;
}

/**
 * What a loader sends, read from the wire without the framework's own code: a list of values in which objects and lists hold
 * the places of their parts, so that nothing that was sent is left out. Throws where it meets something that it does not know.
 */
export function decodePayload(wire: string): unknown {
  const [line = "", ...later] = wire.split("\n").filter((one) => one.trim() !== "");
  if (later.length > 0) throw new Error("a loader sent something later");
  const list = JSON.parse(line) as unknown[];
  const known = new Map<number, unknown>();
  const at = (place: number): unknown => {
    if (place < 0) return SPECIAL[place];
    if (known.has(place)) return known.get(place);
    const value = list[place];
    if (Array.isArray(value) && typeof value[0] === "string") {
      const [kind, first, ...rest] = value as [string, number | string, ...number[]];
      if (kind === "D") return new Date(first);
      // Plugins of the framework wrap data, and say that there is none.
      if (kind.startsWith("SingleFetch")) return [first, ...rest].map((part) => at(Number(part)));
      throw new Error(`a loader sent something of the kind ${kind}`);
    }
    if (Array.isArray(value)) {
      const parts: unknown[] = [];
      known.set(place, parts);
      for (const part of value as number[]) parts.push(at(part));
      return parts;
    }
    if (typeof value === "object" && value !== null) {
      const parts: Record<string, unknown> = {};
      known.set(place, parts);
      for (const [name, part] of Object.entries(value)) parts[String(at(Number(name.slice(1))))] = at(part as number);
      // An item of a release comes as one text.
      if (typeof parts.packed === "string") known.set(place, JSON.parse(parts.packed));
      return known.get(place);
    }
    return value;
  };
  return at(0);
}

/** Places below 0 stand for what JSON has no word for. */
const SPECIAL: Readonly<Record<number, unknown>> = {
  ...{ [-1]: undefined, [-2]: Number.NaN, [-3]: -Infinity, [-4]: -0, [-5]: null, [-6]: Infinity, [-7]: undefined },
};

/** The payload that came inside a page, for the scripts that take over there. */
export function payloadInPage(html: string): string {
  const pieces = [...html.matchAll(/streamController\.enqueue\(("(?:[^"\\]|\\.)*")\)/g)].map(
    ([, text]) => text ?? '""',
  );
  return pieces.map((text) => JSON.parse(text) as string).join("");
}

import { useLoaderData } from "@remix-run/react";
import { useMemo } from "react";
import type { Packed } from "../domain/report/packed.ts";

/** What the loader of this route packed, with every item of a release as it was. */
export function usePacked<L extends (...given: never[]) => Promise<Packed<unknown>>>(): Unpacked<L> {
  const sent: unknown = useLoaderData();
  return useMemo(() => unpackPart(sent) as Unpacked<L>, [sent]);
}

type Unpacked<L extends (...given: never[]) => unknown> = Awaited<ReturnType<L>> extends Packed<infer T> ? T : never;

function unpackPart(part: unknown): unknown {
  if (typeof part !== "object" || part === null) return part;
  if ("packed" in part) return "item" in part ? part.item : JSON.parse(part.packed as string);
  if (Array.isArray(part)) return part.map(unpackPart);
  if (Object.getPrototypeOf(part) !== Object.prototype) return part;
  return Object.fromEntries(Object.entries(part).map(([name, value]) => [name, unpackPart(value)]));
}

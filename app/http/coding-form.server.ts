import { data } from "@remix-run/node";
import type { ItemKey } from "#db/queries/coding-tree.server.ts";
import { type Fault, Problem } from "../domain/problem.ts";
import { idOf } from "./params.server.ts";

const LONGEST_KEY = 1000;
const HIGHEST_NUMBER = 1_000_000;

/** Round and text item that an address names. Throws not-found. */
export function itemKeyOf(params: Readonly<Record<string, string | undefined>>): ItemKey {
  const { item = "" } = params;
  if (item === "" || item.length > LONGEST_KEY || item.includes("\0")) throw new Problem("not-found");
  return { roundId: idOf(params.roundId), item };
}

/** The counting number behind `?nr=`; null for anything else. */
export function wantedNumber(request: Request): number | null {
  const asked = new URL(request.url).searchParams.get("nr") ?? "";
  const number = /^[1-9]\d*$/.test(asked) ? Number(asked) : null;
  return number !== null && number <= HIGHEST_NUMBER ? number : null;
}

/** The form once more with what is wrong and what was typed. Anything but invalid-coding is thrown on. */
export function refuseCoding<T extends object>(error: unknown, typed: T) {
  if (!(error instanceof Problem) || error.code !== "invalid-coding") throw error;
  return data<{ faults: Fault[]; typed: T }>({ faults: error.faults, typed }, { status: error.status });
}

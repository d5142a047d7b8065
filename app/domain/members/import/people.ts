import { readAddress } from "../../sign-in/address.ts";
import { cleanName, NAME_CHARS } from "../names.ts";

/** A person of a team as a file names them; the name may be missing. */
export type Named = { name: string; address: string };

/**
 * Parts of a cell between ; or line breaks; in quotes they may hold anything. Every letter is read twice at most: where
 * quotes do not end, none behind them do, because those that stand there are escaped.
 */
function splitList(text: string): string[] {
  const parts: string[] = [];
  let from = 0;
  let ends = true;
  for (let at = 0; at <= text.length; ) {
    const letter = text[at];
    if (letter === undefined || letter === ";" || letter === "\n") {
      parts.push(text.slice(from, at));
      at += 1;
      from = at;
    } else {
      const end: number | undefined = letter === '"' && ends ? endOfQuotes(text, at) : at + 1;
      ends &&= end !== undefined;
      at = end ?? at + 1;
    }
  }
  return parts.map((part) => part.trim()).filter(Boolean);
}

/** Where it goes on after the quotes that begin at `from`; undefined where they do not end. */
function endOfQuotes(text: string, from: number): number | undefined {
  for (let at = from + 1; at < text.length; at++) {
    if (text[at] === '"') return at + 1;
    if (text[at] === "\\") at += 1;
  }
  return undefined;
}

function unquoted(text: string): string {
  const inner = /^"((?:\\.|[^"\\])*)"$/s.exec(text.trim())?.[1];
  return cleanName(inner === undefined ? text : inner.replace(/\\(.)/gs, "$1"));
}

function quoted(name: string): string {
  return name === "" || /[";<>\n\\]/.test(name) ? `"${name.replace(/["\\]/g, "\\$&")}"` : name;
}

/** "Anna Meyer <anna@example.org>; Bo Yilmaz <bo@example.org>"; an address alone does too. */
export function readPeople(cell: string): { people: Named[]; unread: string[] } {
  const people: Named[] = [];
  const unread: string[] = [];
  for (const part of splitList(cell)) {
    const [, name = "", angled] = /^(.*?)<([^<>]*)>$/s.exec(part) ?? [];
    const address = readAddress(angled ?? part);
    if (address) people.push({ name: unquoted(name).slice(0, NAME_CHARS), address });
    else unread.push(part);
  }
  return { people, unread };
}

export function writePeople(people: readonly Named[]): string {
  return people.map(({ name, address }) => `${quoted(cleanName(name))} <${address}>`).join("; ");
}

/** Names of several leads in one cell, in the order of the addresses beside them. */
export function readNames(cell: string): string[] {
  return splitList(cell).map(unquoted);
}

export function writeNames(people: readonly Named[]): string {
  return people.map(({ name }) => quoted(cleanName(name))).join("; ");
}

export function readAddresses(cell: string): { addresses: string[]; unread: string[] } {
  const parts = cell.split(/[;,\s]+/).filter(Boolean);
  const read = parts.map((part) => ({ part, address: readAddress(part.replace(/^<|>$/g, "")) }));
  return {
    addresses: read.flatMap(({ address }) => (address ? [address] : [])),
    unread: read.flatMap(({ part, address }) => (address ? [] : [part])),
  };
}

import type { Definition } from "../definition.ts";
import { compilePattern } from "../patterns.ts";
import { type Fault, fault, properties } from "./fault.ts";

const unbounded = /^(?:[*+]|\{\d+,\})/;

/** A repetition of something that itself repeats or has alternatives that begin alike: exponential in a browser's engine. */
export function nestsRepetition(pattern: string): boolean {
  const groups: { repeats: boolean; starts: string[] }[] = [];
  let last: { repeats: boolean; starts: string[] } | undefined;
  let fresh = true;
  for (let i = 0; i < pattern.length; i++) {
    const char = pattern[i]!;
    const rest = pattern.slice(i);
    if (unbounded.test(rest) && i > 0) {
      if (last?.repeats) return true;
      for (const group of groups) group.repeats = true;
      last = undefined;
      continue;
    }
    last = undefined;
    if (char === "(") {
      groups.push({ repeats: false, starts: [] });
      i += /^\((\?(?::|[=!]|<[=!]|<\w+>))?/.exec(rest)![0].length - 1;
      fresh = true;
      continue;
    }
    if (char === ")") {
      const group = groups.pop();
      if (group) {
        const alike = new Set(group.starts).size < group.starts.length;
        last = { repeats: group.repeats || alike, starts: [] };
      }
      continue;
    }
    if (char === "|") {
      fresh = true;
      continue;
    }
    const atom =
      char === "\\" ? rest.slice(0, 2) : char === "[" ? (/^\[\^?\]?(?:\\.|[^\]\\])*\]/.exec(rest)?.[0] ?? char) : char;
    if (fresh) groups.at(-1)?.starts.push(atom);
    fresh = false;
    i += atom.length - 1;
  }
  return false;
}

/** Patterns that RE2 cannot run, and such that would hang a browser. */
export function lintPatterns(definition: Definition): Fault[] {
  const faults: Fault[] = [];
  for (const { key, value, path } of properties(definition.source)) {
    if (key !== "regex" || typeof value !== "string" || value === "") continue;
    if (!compilePattern(value))
      faults.push(fault("error", "unsupported-pattern", path, { pattern: value.slice(0, 200) }));
    else if (nestsRepetition(value))
      faults.push(fault("error", "dangerous-pattern", path, { pattern: value.slice(0, 200) }));
  }
  return faults;
}

/** A rule or an at-rule of a style sheet; `inner` where it holds others. */
type Block = { head: string; body: string; inner?: Block[] };

/** Reads a style sheet into blocks: enough for minified sheets of a library, without comments and nested rules. */
export function readBlocks(css: string): Block[] {
  const blocks: Block[] = [];
  let start = 0;
  while (start < css.length) {
    const open = css.indexOf("{", start);
    const semicolon = css.indexOf(";", start);
    if (semicolon !== -1 && (open === -1 || semicolon < open)) {
      blocks.push({ head: css.slice(start, semicolon + 1).trim(), body: "" });
      start = semicolon + 1;
      continue;
    }
    if (open === -1) break;
    const end = closing(css, open);
    const [head, body] = [css.slice(start, open).trim(), css.slice(open + 1, end)];
    const holds = /^@(media|supports|container)/.test(head);
    blocks.push(holds ? { head, body: "", inner: readBlocks(body) } : { head, body });
    start = end + 1;
  }
  return blocks;
}

function closing(css: string, open: number): number {
  let depth = 0;
  for (let at = open; at < css.length; at += 1) {
    if (css[at] === "{") depth += 1;
    else if (css[at] === "}") depth -= 1;
    if (depth === 0) return at;
  }
  throw new Error("a style sheet ends inside a rule");
}

/**
 * Deals the rules out: `partOf` says for the class names of one selector where it belongs, or undefined for nowhere.
 * The order of rules stays as it was within each part.
 */
export function dealOut(
  blocks: readonly Block[],
  partOf: (classes: string[]) => string | undefined,
): Map<string, string> {
  const dealt = new Map<string, string>();
  const add = (part: string, text: string) => dealt.set(part, (dealt.get(part) ?? "") + text);
  for (const { head, body, inner } of blocks) {
    if (inner) {
      for (const [part, text] of dealOut(inner, partOf)) add(part, `${head}{${text}}`);
    } else if (head.startsWith("@")) {
      add(partOf([]) ?? "", body ? `${head}{${body}}` : head);
    } else {
      const selectors = new Map<string, string[]>();
      for (const selector of splitSelectors(head)) {
        const part = partOf(classesOf(selector));
        if (part !== undefined) selectors.set(part, [...(selectors.get(part) ?? []), selector]);
      }
      for (const [part, list] of selectors) add(part, `${list.join(",")}{${body}}`);
    }
  }
  return dealt;
}

/** What must match: what a selector only excludes is no reason for a rule to be somewhere. */
function classesOf(selector: string): string[] {
  const positive = selector.replaceAll(/:not\([^()]*(\([^()]*\)[^()]*)*\)/g, "");
  return (positive.match(/\.-?[A-Za-z_][\w-]*/g) ?? []).map((name) => name.slice(1));
}

function splitSelectors(head: string): string[] {
  const selectors = [""];
  let depth = 0;
  for (const sign of head) {
    if (sign === "(") depth += 1;
    if (sign === ")") depth -= 1;
    if (sign === "," && depth === 0) selectors.push("");
    else selectors[selectors.length - 1] += sign;
  }
  return selectors.map((selector) => selector.trim());
}

/** The variables that a text uses, and those that these use in turn. */
export function usedVariables(text: string, variables: Readonly<Record<string, string>>): Set<string> {
  const used = new Set<string>();
  const waiting = [text];
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    for (const [name] of next.matchAll(/--[\w-]+/g)) {
      const value = variables[name];
      if (value === undefined || used.has(name)) continue;
      used.add(name);
      waiting.push(value);
    }
  }
  return used;
}

/** A run of text with at most one meaning. Nothing else of Markdown is known; everything is shown as text. */
export type Span = { text: string; as?: "strong" | "code" } | { text: string; href: string };

export type Block =
  | { kind: "heading"; level: 2 | 3; spans: Span[] }
  | { kind: "text"; spans: Span[] }
  | { kind: "list"; items: Span[][] };

/**
 * Reads the little Markdown that an operator's legal texts need: headings (`#` and `##` become the page's second level,
 * deeper ones the third), paragraphs, lists with `-` or `*`, **bold**, `code`, and [links](…) to https, http, mailto,
 * tel and paths of this host. HTML stays text.
 */
export function readMarkdown(source: string): Block[] {
  return source
    .replaceAll("\r\n", "\n")
    .split(/\n(?:[ \t]*\n)+|\n(?=#{1,6} )|(?<=^#{1,6} .*)\n/m)
    .map((part) => part.trim())
    .filter((part) => part !== "")
    .flatMap(readPart);
}

function readPart(part: string): Block[] {
  const heading = /^(#{1,6}) +(.+)$/.exec(part);
  if (heading?.[2])
    return [{ kind: "heading", level: (heading[1]?.length ?? 2) > 2 ? 3 : 2, spans: readSpans(heading[2]) }];
  const lines = part.split("\n");
  const start = lines.findIndex((line) => /^[-*] +/.test(line));
  if (start < 0) return [{ kind: "text", spans: readSpans(lines.map((line) => line.trim()).join(" ")) }];
  const before = lines.slice(0, start).join("\n");
  const items: string[] = [];
  for (const line of lines.slice(start)) {
    if (/^[-*] +/.test(line)) items.push(line.replace(/^[-*] +/, ""));
    else items.push(`${items.pop() ?? ""} ${line.trim()}`);
  }
  return [...(before ? readPart(before) : []), { kind: "list", items: items.map(readSpans) }];
}

const MARKED = /\*\*([^*]+)\*\*|`([^`]+)`|\[([^\]]+)\]\(((?:https?:\/\/|mailto:|tel:|\/(?![/\\]))[^\s()]*)\)/g;

function readSpans(text: string): Span[] {
  const spans: Span[] = [];
  let at = 0;
  for (const found of text.matchAll(MARKED)) {
    if (found.index > at) spans.push({ text: text.slice(at, found.index) });
    const [whole, bold, code, label, href] = found;
    if (bold) spans.push({ text: bold, as: "strong" });
    else if (code) spans.push({ text: code, as: "code" });
    else if (label && href) spans.push({ text: label, href });
    at = found.index + whole.length;
  }
  if (at < text.length) spans.push({ text: text.slice(at) });
  return spans;
}

import sanitizeHtml from "sanitize-html";
import type { Definition } from "../definition.ts";
import { type Fault, fault, properties } from "./fault.ts";

const tags = [
  "a",
  "abbr",
  "b",
  "big",
  "blockquote",
  "br",
  "caption",
  "center",
  "cite",
  "code",
  "col",
  "colgroup",
  "dd",
  "del",
  "details",
  "dfn",
  "div",
  "dl",
  "dt",
  "em",
  "figcaption",
  "figure",
  "font",
  "footer",
  "h1",
  "h2",
  "h3",
  "h4",
  "h5",
  "h6",
  "header",
  "hr",
  "i",
  "img",
  "ins",
  "kbd",
  "li",
  "main",
  "mark",
  "nav",
  "ol",
  "p",
  "pre",
  "q",
  "s",
  "section",
  "small",
  "span",
  "strong",
  "sub",
  "summary",
  "sup",
  "table",
  "tbody",
  "td",
  "tfoot",
  "th",
  "thead",
  "time",
  "tr",
  "u",
  "ul",
  "wbr",
];
const attributes = [
  "align",
  "alt",
  "class",
  "colspan",
  "dir",
  "height",
  "href",
  "id",
  "lang",
  "name",
  "rel",
  "rowspan",
  "scope",
  "src",
  "style",
  "target",
  "title",
  "valign",
  "width",
  "border",
  "cellpadding",
  "cellspacing",
  "color",
  "size",
  "face",
  "bgcolor",
];

const options: sanitizeHtml.IOptions = {
  allowedTags: tags,
  allowedAttributes: { "*": attributes },
  allowedSchemes: ["http", "https", "mailto", "tel"],
  allowedSchemesByTag: { img: ["http", "https", "data"] },
  disallowedTagsMode: "discard",
};

/** HTML as it may be shown: texts and structure, no scripts, frames, forms or handlers. */
export const cleanHtml = (text: string): string => sanitizeHtml(text, options);

const unsafeAddress = /^\s*(javascript|vbscript|data:(?!image\/(png|jpe?g|gif|webp|svg\+xml)))/i;

/** Names of what makes this text unsafe: tags that are not let through, handlers, script addresses. */
function unsafeParts(text: string): string[] {
  if (!text.includes("<")) return [];
  const unsafe = new Set<string>();
  sanitizeHtml(text, {
    ...options,
    onOpenTag: (tag, attribs) => {
      if (!tags.includes(tag)) unsafe.add(tag);
      for (const [name, value] of Object.entries(attribs)) {
        if (/^on/i.test(name) || name === "srcdoc") unsafe.add(`${tag} ${name}`);
        if (/^(href|src|action|formaction|xlink:href)$/i.test(name) && unsafeAddress.test(value))
          unsafe.add(`${tag} ${name}`);
        if (name === "style" && /expression\s*\(|javascript:|@import/i.test(value)) unsafe.add(`${tag} style`);
      }
    },
  });
  return [...unsafe];
}

const addressKeys = new Set(["imageLink", "logo", "backgroundImage", "navigateToUrl", "url", "image"]);

/** Scripts in any text, and addresses outside: nothing may be loaded from another host. */
export function lintHtml(definition: Definition): Fault[] {
  const faults: Fault[] = [];
  for (const { key, value, path } of properties(definition.source)) {
    if (typeof value !== "string") continue;
    const unsafe = unsafeParts(value);
    if (unsafe.length > 0) faults.push(fault("error", "unsafe-html", path, { parts: unsafe.slice(0, 10).join(", ") }));
    if (addressKeys.has(key) && unsafeAddress.test(value)) faults.push(fault("error", "unsafe-address", path));
    const outside = /<[^>]+(?:src|background)\s*=\s*["']?\s*(?:https?:)?\/\//i.test(value);
    if (outside || (addressKeys.has(key) && /^\s*(https?:)?\/\//i.test(value))) {
      faults.push(fault("warning", "external-address", path));
    }
  }
  return faults;
}

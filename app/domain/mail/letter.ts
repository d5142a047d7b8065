import type { Locale } from "../../locales/index.ts";

/** One part of a mail, before it becomes plain text and HTML. Lines of a text are kept. */
export type Block =
  | { kind: "text"; text: string }
  | { kind: "link"; label: string; url: string }
  | { kind: "code"; code: string };

export type Letter = { locale: Locale; subject: string; blocks: Block[] };

/** The mail as plain text: what it says does not depend on any formatting. */
export function plainText(letter: Letter): string {
  return `${letter.blocks.map(plainBlock).join("\n\n")}\n`;
}

/** The mail as HTML without images, scripts or anything to be loaded. */
export function html(letter: Letter): string {
  return [
    "<!doctype html>",
    `<html lang="${letter.locale}"><head><meta charset="utf-8"><title>${escapeHtml(letter.subject)}</title></head>`,
    '<body style="font-family: sans-serif; font-size: 16px; line-height: 1.5; max-width: 36em">',
    ...letter.blocks.map(htmlBlock),
    "</body></html>",
  ].join("\n");
}

function plainBlock(block: Block): string {
  switch (block.kind) {
    case "text":
      return block.text;
    case "link":
      return `${block.label}:\n${block.url}`;
    case "code":
      return `    ${block.code}`;
  }
}

function htmlBlock(block: Block): string {
  switch (block.kind) {
    case "text":
      return `<p>${escapeHtml(block.text).replaceAll("\n", "<br>\n")}</p>`;
    case "link":
      return `<p><a href="${escapeHtml(block.url)}"><strong>${escapeHtml(block.label)}</strong></a><br>${escapeHtml(block.url)}</p>`;
    case "code":
      return `<p style="font-size: 24px; letter-spacing: 2px"><strong>${escapeHtml(block.code)}</strong></p>`;
  }
}

const ENTITIES: Record<string, string> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "'": "&#39;" };

function escapeHtml(text: string): string {
  return text.replaceAll(/[&<>"']/g, (sign) => ENTITIES[sign] ?? sign);
}

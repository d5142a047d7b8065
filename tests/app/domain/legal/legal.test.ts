import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { expect, test } from "vitest";
import { readLegalText } from "#app/domain/legal/legal-text.server.ts";
import { readMarkdown } from "#app/domain/legal/markdown.ts";

test("headings, paragraphs, lists, bold, code and links are read", () => {
  const source =
    "# Eins\nText über\nzwei Zeilen\n## Zwei\n\n- a **fett**\n- b\n  weiter\n\nVor der Liste:\n* c `x`\n\n### Drei\r\n\r\n[Ziel](/ziel)";
  expect(readMarkdown(source)).toEqual([
    { kind: "heading", level: 2, spans: [{ text: "Eins" }] },
    { kind: "text", spans: [{ text: "Text über zwei Zeilen" }] },
    { kind: "heading", level: 2, spans: [{ text: "Zwei" }] },
    { kind: "list", items: [[{ text: "a " }, { text: "fett", as: "strong" }], [{ text: "b weiter" }]] },
    { kind: "text", spans: [{ text: "Vor der Liste:" }] },
    { kind: "list", items: [[{ text: "c " }, { text: "x", as: "code" }]] },
    { kind: "heading", level: 3, spans: [{ text: "Drei" }] },
    { kind: "text", spans: [{ text: "Ziel", href: "/ziel" }] },
  ]);
});

test("HTML and hostile links stay text", () => {
  const hostile = [
    "<script>alert(1)</script>",
    "[x](javascript:alert(1))",
    "[x](data:text/html,1)",
    "[x](//evil.example)",
    "[x](/\\evil)",
  ];
  for (const source of hostile) {
    expect(readMarkdown(source)).toEqual([{ kind: "text", spans: [{ text: source }] }]);
  }
});

test("the operator's text counts, in the other language rather than not at all", async () => {
  const folder = await mkdtemp(path.join(tmpdir(), "praxisspiegel-legal-"));
  try {
    const standard = await readLegalText(folder, "imprint", "de");
    expect(JSON.stringify(standard)).toContain("LEGAL_DIR");
    await writeFile(path.join(folder, "imprint.de.md"), "Verein e. V.");
    expect(await readLegalText(folder, "imprint", "de")).toMatchObject({
      language: "de",
      blocks: [{ spans: [{ text: "Verein e. V." }] }],
    });
    expect(await readLegalText(folder, "imprint", "en")).toMatchObject({ locale: "en", language: "de" });
    await writeFile(path.join(folder, "imprint.en.md"), "Association");
    expect(await readLegalText(folder, "imprint", "en")).toMatchObject({ language: "en" });
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
});

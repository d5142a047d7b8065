import { asNumber, isObject, isTrue } from "../json.ts";
import type { Checking, Question, QuestionKind } from "../question.ts";
import { cell, leafCells } from "../records.ts";
import { text } from "../texts.ts";
import { itemOf, withComment } from "./items.ts";

/** Types that a browser runs or renders with scripts when it opens them. */
const unsafeTypes =
  /^(text\/html|application\/(xhtml|xml|javascript|ecmascript|x-)|text\/(xml|javascript|css)|image\/svg)/i;

const dataUri = /^data:([a-z0-9.+-]+\/[a-z0-9.+-]+)?(;[a-z0-9-]+=[^;,]*)*;base64,([A-Za-z0-9+/]*={0,2})$/i;

/** The media type of a base64 data URI; undefined where it is none. */
const mediaTypeOf = (content: string): string | undefined => {
  const match = dataUri.exec(content);
  return match ? (match[1] ?? "text/plain").toLowerCase() : undefined;
};

const accepts = (question: Question, name: string, type: string): boolean => {
  const accepted = question.source.acceptedTypes;
  if (typeof accepted !== "string" || accepted.trim() === "") return true;
  return accepted.split(",").some((one) => {
    const wanted = one.trim().toLowerCase();
    if (wanted === "" || wanted === "*/*" || wanted === "*") return true;
    if (wanted.startsWith(".")) return name.toLowerCase().endsWith(wanted);
    return wanted.endsWith("/*") ? type.startsWith(wanted.slice(0, -1)) : type === wanted;
  });
};

function checkFile(question: Question, raw: unknown, path: string, checking: Checking): void {
  if (!isObject(raw) || typeof raw.content !== "string") {
    checking.report("not-a-file", path, question);
    return;
  }
  const type = mediaTypeOf(raw.content);
  const name = typeof raw.name === "string" ? raw.name : "";
  if (type === undefined || unsafeTypes.test(type) || unsafeTypes.test(String(raw.type ?? ""))) {
    checking.report("unsafe-file", path, question);
    return;
  }
  if (!accepts(question, name, type)) checking.report("file-type", path, question, { type });
  const most = asNumber(question.source.maxSize) ?? 0;
  const size = Math.floor(((raw.content.length - raw.content.indexOf(",") - 1) * 3) / 4);
  if (most > 0 && size > most + 2) checking.report("file-too-large", path, question, { limit: most, size });
}

/**
 * Uploaded files. Refused unless the caller accepts them inside the answer. One entry per file: its name as text and its
 * type as code; what it holds is in the item `<question>/-content`.
 */
export const file: QuestionKind = {
  types: ["file"],
  items: (question) =>
    withComment(question, [
      itemOf(question, "file", { repeated: true }),
      itemOf(question, "file", { under: "-content", label: text("Inhalt", "Content"), repeated: true }),
    ]),
  check: (question, raw, path, checking) => {
    if (checking.files === "none") return checking.report("files-off", path, question);
    const files = isObject(raw) ? [raw] : raw;
    if (!Array.isArray(files)) return checking.report("not-a-file", path, question);
    const most = isTrue(question.source.allowMultiple) ? (asNumber(question.source.maxFiles) ?? 1000) : 1;
    if (files.length > most) checking.report("too-many-files", path, question, { limit: most, files: files.length });
    for (const [i, one] of files.entries()) checkFile(question, one, `${path}/${i}`, checking);
  },
  cells: (question, value, entry) =>
    (Array.isArray(value) ? value : [value]).flatMap((one, i) => {
      const number = entry === null ? String(i + 1) : `${entry}.${i + 1}`;
      if (!isObject(one)) return leafCells(question.key, one, number);
      const { name, type, content, ...rest } = one;
      const known = [name, type, content].every((part) => part === undefined || typeof part === "string");
      if (!known) return leafCells(question.key, one, number);
      return [
        cell(question.key, number, { code: (type as string) || null, text: (name as string) || null }),
        ...(content ? [cell(`${question.key}/-content`, number, { text: content as string })] : []),
        ...leafCells(question.key, rest, number),
      ];
    }),
};

/** A drawn signature, kept as a picture in the answer. */
export const signature: QuestionKind = {
  types: ["signaturepad"],
  items: (question) => withComment(question, [itemOf(question, "file")]),
  check: (question, raw, path, checking) => {
    const type = typeof raw === "string" ? mediaTypeOf(raw) : undefined;
    const vector = type === "image/svg+xml" && question.source.dataFormat === "svg" && checking.files === "inline";
    if (type !== "image/png" && type !== "image/jpeg" && !vector) checking.report("unsafe-file", path, question);
  },
  cells: (question, value, entry) =>
    typeof value === "string" ? [cell(question.key, entry, { text: value })] : leafCells(question.key, value, entry),
};

import { textsOf } from "../../../locales/index.ts";
import { findAttribute, type ProjectAttribute } from "../attributes.ts";
import { foldText } from "../names.ts";

/** What people write for a value, beside its code and its labels. */
const ALIASES: Record<string, Record<string, readonly string[]>> = {
  land: { nw: ["nrw"], mv: ["meck-pomm"], st: ["lsa"], sn: ["freistaat sachsen"], by: ["freistaat bayern"] },
  ph: {
    re: ["rechts", "phänomenbereich rechts", "right-wing extremism"],
    ri: ["islamismus", "islamistischer extremismus", "salafismus", "islamism"],
    le: ["links", "phänomenbereich links"],
    vd: ["verschwörungsideologien", "verschwörungsideologie", "reichsbürger", "reichsbürger-szene"],
    ueber: ["übergreifend", "alle", "mehrere"],
  },
  ansatz: { person: ["radikalisierte", "person"], umfeld: ["umfeld", "angehörige"], beides: ["beides", "beide"] },
  traeger: { verein: ["e. v.", "eingetragener verein"], ggmbh: ["gGmbH"] },
};

/** `pieces`: into how many the commas in it part the longest word. */
type Words = { attribute: ProjectAttribute; byWord: Map<string, string>; pieces: number };
const known = new Map<string, Words>();

function wordsOf(code: string): Words | undefined {
  const found = known.get(code);
  const attribute = findAttribute(code);
  if (found || !attribute) return found;
  const { labels } = attribute;
  const byWord = new Map<string, string>();
  let pieces = 1;
  for (const value of attribute.codes) {
    const names = [textsOf("en"), textsOf("de")].map((texts) => texts.attributes.codes[labels]?.[value] ?? value);
    const prefixed = code === "land" ? [`de-${value}`] : [];
    for (const word of [...(ALIASES[labels]?.[value] ?? []), ...prefixed, value, ...names]) {
      byWord.set(foldText(word), value);
      pieces = Math.max(pieces, word.split(",").length);
    }
  }
  const words = { attribute, byWord, pieces };
  known.set(code, words);
  return words;
}

/** The codes that a cell names, and what of it nobody knows. Several values stand with ; | or line breaks between them. */
export function readValues(code: string, typed: string): { codes: string[]; unknown: string[] } {
  const words = wordsOf(code);
  if (!words) return { codes: [], unknown: [typed] };
  if (!words.attribute.multiple) {
    const found = readValue(words, typed);
    return found ? { codes: [found], unknown: [] } : { codes: [], unknown: [typed.trim()] };
  }
  const read = typed
    .split(/[;|\n]/)
    .map((part) => part.trim())
    .filter(Boolean)
    .flatMap((part) => readEnumerated(words, part));
  const codes = new Set(read.flatMap(({ code: found }) => (found ? [found] : [])));
  return {
    codes: words.attribute.codes.filter((one) => codes.has(one)),
    unknown: read.flatMap(({ code: found, text }) => (found ? [] : [text])),
  };
}

/** Commas separate too, but some labels hold one: the longest run of words that is a label counts. */
function readEnumerated(words: Words, part: string): { code: string | undefined; text: string }[] {
  const pieces = part.split(",");
  const read: { code: string | undefined; text: string }[] = [];
  for (let from = 0; from < pieces.length; ) {
    const longest = Math.min(words.pieces, pieces.length - from);
    const ends = Array.from({ length: longest }, (_, index) => from + longest - index);
    const end = ends.find((one) => readValue(words, pieces.slice(from, one).join(","))) ?? from + 1;
    const text = pieces.slice(from, end).join(",").trim();
    if (text) read.push({ code: readValue(words, text), text });
    from = end;
  }
  return read;
}

function readValue({ attribute, byWord }: Words, typed: string): string | undefined {
  const word = foldText(typed);
  return (word && byWord.get(word)) || bandOf(attribute.code, typed);
}

/** A number of full-time posts or of months as the band it falls into; decimal commas are welcome. */
function bandOf(code: string, typed: string): string | undefined {
  const number = /^(\d{1,4}(?:[.,]\d{1,4})?)\s*(vzä|vzae|stellen?|monate?|fte|months?)?$/i.exec(typed.trim())?.[1];
  if (number === undefined) return undefined;
  const n = Number(number.replace(",", "."));
  if (code === "vzae") return n < 2 ? "u2" : n < 5 ? "2_u5" : n < 10 ? "5_u10" : "ab10";
  if (code === "restlauf") return n <= 12 ? "bis12" : n <= 24 ? "13_24" : n <= 48 ? "25_48" : "ab49";
  return undefined;
}

/** A value's German label, as the export writes it. */
export function valueLabel(code: string, value: string): string {
  const labels = findAttribute(code)?.labels ?? code;
  return textsOf("de").attributes.codes[labels]?.[value] ?? value;
}

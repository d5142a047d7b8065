export const NAME_CHARS = 200;

/** A name as it is kept: one line, without spaces around, in composed letters. */
export function cleanName(typed: string): string {
  return typed
    .normalize("NFC")
    .replace(/[\s\p{Cc}\uFFFE\uFFFF]+/gu, " ")
    .trim();
}

const UMLAUTS: Record<string, string> = { ä: "ae", ö: "oe", ü: "ue", ß: "ss" };

/** What two spellings of the same word share: "Baden-Württemberg" and "baden wuerttemberg" → "badenwuerttemberg". */
export function foldText(text: string): string {
  return text
    .normalize("NFC")
    .toLowerCase()
    .replace(/[äöüß]/g, (letter) => UMLAUTS[letter] ?? letter)
    .normalize("NFD")
    .replace(/[^\p{L}\p{N}]+/gu, "");
}

/** Names that differ in case and spaces only are the same organisation or project. */
export function nameKey(name: string): string {
  return cleanName(name).toLowerCase();
}

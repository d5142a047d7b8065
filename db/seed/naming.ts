/** Names and numbers of sample rows. */

/** `numbered("proj", 7, 3)` → "proj-007" */
export function numbered(prefix: string, number: number, digits: number): string {
  return `${prefix}-${String(number).padStart(digits, "0")}`;
}

const transliterations: Record<string, string> = { ä: "ae", ö: "oe", ü: "ue", ß: "ss", ı: "i", ł: "l", đ: "d" };

/** A text as it may stand in an address: "Thị-Mai" → "thi-mai", "Brückenbau e. V." → "brueckenbau-e-v". */
export function slugOf(text: string): string {
  return text
    .toLowerCase()
    .replace(/[äöüßıłđ]/g, (letter) => transliterations[letter]!)
    .normalize("NFD")
    .replace(/\p{M}/gu, "")
    .replace(/[^a-z0-9]+/g, "-")
    .replace(/^-|-$/g, "");
}

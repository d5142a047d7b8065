import { ambiguousNames, givenNames } from "./given-names.ts";
import { INSTITUTIONS, MONTHS, NO_PLACES, NO_STREETS, NO_SURNAMES, PERSONS, STREETS } from "./privacy-words.ts";

/** What a passage looks like: somebody's name, where they live, how to reach them, one case, a birthday. */
export type Trace = { kind: "name" | "address" | "contact" | "case" | "date-of-birth"; excerpt: string };

/** Longer texts are read up to here: nobody waits for a hint. */
const READ = 20_000;
/** Enough to see that the text should be read again. */
const MOST = 12;
const EXCERPT = 60;

type Rule = { kind: Trace["kind"]; pattern: RegExp; unless?: (match: RegExpMatchArray, text: string) => boolean };

// Bounded everywhere: a pattern that may run on and on can hang a browser.
const WORD = "\\p{Lu}\\p{Ll}{1,30}(?:-\\p{Lu}?\\p{Ll}{1,30}){0,3}";
const START = "(?<![\\p{L}\\d])";
const END = "(?![\\p{L}\\d])";
const rule = (kind: Trace["kind"], source: string, unless?: Rule["unless"]): Rule => ({
  kind,
  pattern: new RegExp(source, "gu"),
  ...(unless ? { unless } : {}),
});

const digitsIn = (text: string) => text.replace(/\D/g, "").length;
const isInstitution = (after: string) => INSTITUTIONS.test(after);
const after = (match: RegExpMatchArray, text: string) => text.slice((match.index ?? 0) + match[0].length);

const contact: Rule[] = [
  rule(
    "contact",
    `${START}[\\p{L}\\d._%+-]{1,64}@[\\p{L}\\d-]{1,63}(?:\\.[\\p{L}\\d-]{1,63}){0,4}\\.\\p{L}{2,12}${END}`,
  ),
  // German numbers begin with 0 or +; dots are left out because dates have them.
  rule("contact", "(?<![\\d.,:/§-])(?:\\+|0)\\d[\\d \\/()-]{5,22}\\d(?!\\d|[.,:]\\d)", (match) => {
    const count = digitsIn(match[0]);
    return count < 7 || count > 15;
  }),
  rule("contact", "(?<![\\p{L}\\d.@])@[a-zA-Z][\\w.]{2,29}"),
  rule(
    "contact",
    `(?:instagram|facebook|tiktok|twitter|x|telegram)\\.(?:com|me|org)\\/[\\w.@/]{3,40}|${START}t\\.me\\/\\w{3,40}`,
  ),
  rule("contact", `${START}DE\\d{2}(?: ?\\d{4}){4} ?\\d{2}${END}`),
];

const address: Rule[] = [
  rule(
    "address",
    `${START}((?:\\p{Lu}\\p{L}{0,30}-){0,4}\\p{Lu}?\\p{L}{0,40}?)(${STREETS})\\.? \\d{1,3} ?[a-h]?${END}(?! ?(?:%|Prozent|Euro|Uhr|[.,]\\d))`,
    (match) => {
      const [before = "", kind = ""] = [match[1]?.toLowerCase(), match[2]?.toLowerCase()];
      // "Platz 3" is a rank, "Weg 2" a variant; "Arbeitsplatz" and "Bildungsweg" have no houses.
      if (before === "") return true;
      return NO_STREETS.test(before + kind);
    },
  ),
  rule(
    "address",
    `${START}${WORD}(?:er|e|en) (?:Straße|Str\\.|Platz|Weg|Allee|Ring|Damm|Ufer|Gasse) \\d{1,3} ?[a-h]?${END}`,
  ),
  rule("address", `(?<![\\d.,/-])(?:D-)?(\\d{5}) (${WORD})`, (match) => {
    return match[1]?.endsWith("000") || match[1]?.startsWith("00") || NO_PLACES.test(match[2] ?? "");
  }),
];

const birth: Rule[] = [
  rule(
    "date-of-birth",
    `(?:${START}(?:[Gg]eb\\.|[Gg]eboren(?:e[rsn]?)?|Geburtsdatum|Geburtstag)(?: ist)?(?: am| im| in)?:?|\\*) {0,2}(?:am )?(?:\\d{1,2}\\. ?(?:\\d{1,2}\\.|${MONTHS})(?: ?(?:19|20)?\\d{2})?|(?:Jahr )?(?:19|20)\\d{2})${END}`,
  ),
];

const FILE = "(?:Az\\.?|AZ|Aktenzeichen|Geschäftszeichen)";
const cases: Rule[] = [
  rule(
    "case",
    `${START}(?:${FILE}:? )?\\d{1,4} (?:Js|Ls|Ds|Cs|Ks|KLs|Ns|Qs|Gs|OJs|UJs|StVK|BRs|VRs|BJs|AR|XIV|F|C|K) \\d{1,6}\\/\\d{2,4}${END}`,
  ),
  rule("case", `${START}${FILE}:? {0,2}[\\p{L}/.-]{0,10}\\d(?:[\\p{L}\\d/.-]{0,30}[\\p{L}\\d])?`),
  rule(
    "case",
    `${START}(?:Fall|Klienten|Klientinnen|Vorgangs|Haft|Buch|Gefangenenbuch|Versicherungs|Ausweis|Pass|Akten|Kunden)-?(?:[Nn]ummer|[Nn]r\\.?|ID):? {0,2}(?:ist |lautet )?[\\p{L}/.-]{0,6}\\d(?:[\\p{L}\\d/.-]{0,30}[\\p{L}\\d])?`,
  ),
  rule(
    "case",
    `${START}(?:[Ee]in(?:e[mnr]?)?|[Dd](?:er|ie|em|en)|[Uu]nser(?:e[mnr]?)?) (?:\\p{L}{1,30} ){0,2}?\\d{1,2}-?(?:[Jj]ährige[rn]? ${PERSONS}|Jährige[rn]?)${END}`,
    (match) =>
      // "die 14- bis 17-Jährigen" are many.
      /^die .*n$/i.test(match[0]),
  ),
  rule(
    "case",
    `${START}(?<!z\\. ?)(?:\\p{Lu}\\. ?){1,2}(?:\\(\\d{1,2}(?: ?(?:J\\.?|Jahre|Jahre alt|y))?\\)|, \\d{1,2} ?(?:J\\.|Jahre)(?: alt)?)`,
  ),
];

const names: Rule[] = [
  rule(
    "name",
    `${START}(?:Herrn?|Frau|Familie|Hr\\.|Fr\\.|Fam\\.|Eheleute|Ehepaar|Mr\\.?|Mrs\\.?|Ms\\.?) (?:Dr\\. |Prof\\. |von |van |el |al-)*(?:(${WORD})|\\p{Lu}\\.)`,
    (match) => NO_SURNAMES.test(match[1] ?? ""),
  ),
  rule("name", `${START}(${WORD}) (?:von |van |de |el |al-|Al-|El-)?(${WORD})`, (match, text) => {
    const [, given = "", surname = ""] = match;
    if (!givenNames.has(given) && !ambiguousNames.has(given)) return true;
    return NO_SURNAMES.test(surname) || isInstitution(` ${surname}`) || isInstitution(after(match, text));
  }),
  rule("name", `${START}(${WORD})(?: \\(\\d{1,2}(?: ?(?:J\\.?|Jahre))?\\)|, \\d{1,2} (?:J\\.|Jahre))`, (match) => {
    return !givenNames.has(match[1] ?? "") && !ambiguousNames.has(match[1] ?? "");
  }),
  rule(
    "name",
    `${START}(?:${PERSONS}|namens|heißt|hieß|genannt) (?:(${WORD})|\\p{Lu}\\.)${END}`,
    (match) => match[1] !== undefined && (!givenNames.has(match[1]) || ambiguousNames.has(match[1])),
  ),
  rule("name", `${START}(?<!z\\. ?)\\p{Lu}\\. ?\\p{Lu}\\.(?! ?(?:\\p{Lu}\\.|Sc\\.|\\())`, (match) =>
    /^(B\. ?A|M\. ?A|N\. ?N|U\. ?S|K\. ?O|P\. ?S|S\. ?O|O\. ?K|D\. ?C|M\. ?E|Ph\. ?D|L\. ?L)\./.test(match[0]),
  ),
];

// The more particular a rule, the earlier it is asked: what it found is not found again as something else.
const RULES: readonly Rule[] = [...contact, ...birth, ...cases, ...address, ...names];

/**
 * Passages of a free text that look as if they held a person's name, an address, a way to reach somebody, a detail of one
 * case or a date of birth, in the order of the text. A guess by patterns, made for German prose with its capitalised nouns:
 * it misses names that it does not know, and it is sometimes wrong. Pure; nothing leaves the browser.
 */
export function findTraces(text: string): Trace[] {
  const read = text
    .slice(0, READ)
    .normalize("NFC")
    .replaceAll(/[\u00a0\u202f\t]/g, " ");
  const found: { kind: Trace["kind"]; excerpt: string; from: number; to: number }[] = [];
  for (const { kind, pattern, unless } of RULES) {
    pattern.lastIndex = 0;
    for (let match = pattern.exec(read); match !== null; match = pattern.exec(read)) {
      const [from, to] = [match.index, match.index + match[0].length];
      if (unless?.(match, read)) {
        // What was no match as a whole may hold one that begins one word later.
        pattern.lastIndex = from + Math.max(1, match[0].search(/[ \n]|$/u));
        continue;
      }
      if (found.some((other) => from < other.to && other.from < to)) continue;
      found.push({ kind, excerpt: match[0].trim().slice(0, EXCERPT), from, to });
    }
  }
  return found
    .sort((a, b) => a.from - b.from)
    .slice(0, MOST)
    .map(({ kind, excerpt }) => ({ kind, excerpt }));
}

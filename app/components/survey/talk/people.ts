/** How colleagues are called where there is little room: by colour, initials and name together. */

/** "Julia Brandt" → "Julia B.", "Dr. Murat Kaya" → "Murat K."; a single name stays. */
export function shortName(name: string): string {
  const [first, ...rest] = wordsOf(name);
  const last = rest.at(-1);
  return last ? `${first} ${[...last][0]}.` : (first ?? name);
}

/** "Julia Brandt" → "JB". */
export function initialsOf(name: string): string {
  const words = wordsOf(name);
  const signs = [words[0], words.length > 1 ? words.at(-1) : undefined].map((word) => [...(word ?? "")][0] ?? "");
  return signs.join("").toLocaleUpperCase("de") || "?";
}

const COLOURS = 6;

/** One of six colours by the place in the team, so that colleagues differ; who has left it has one by their id. */
export function colourOf(accountId: string, team: readonly { accountId: string }[] = []): number {
  const place = team.findIndex((one) => one.accountId === accountId);
  if (place >= 0) return (place % COLOURS) + 1;
  let sum = 0;
  for (const sign of accountId) sum = (sum * 31 + (sign.codePointAt(0) ?? 0)) % 9973;
  return (sum % COLOURS) + 1;
}

const TITLES = /^(dr|prof|dipl|med|phil|mag)\.?-?/i;

function wordsOf(name: string): string[] {
  const words = name.trim().split(/\s+/).filter(Boolean);
  const named = words.filter((word) => !(TITLES.test(word) && word.endsWith(".")));
  return named.length > 0 ? named : words;
}

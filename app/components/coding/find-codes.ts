/** A code as somebody looks for it. */
type Findable = { id: string; number: number; name: string };

const plain = (text: string) => text.normalize("NFD").replaceAll(/\p{M}/gu, "").toLocaleLowerCase("de").trim();

/** Codes that what was typed may mean, the likeliest first: the one of that number, else names that begin with it, else any with it. */
export function findCodes<T extends Findable>(codes: readonly T[], typed: string): T[] {
  const wanted = plain(typed);
  if (wanted === "") return [];
  if (/^\d+$/.test(wanted)) return codes.filter((code) => code.number === Number(wanted));
  const names = codes.map((code) => ({ code, name: plain(code.name) }));
  const begin = names.filter(({ name }) => name.startsWith(wanted));
  const hold = names.filter(({ name }) => !name.startsWith(wanted) && name.includes(wanted));
  return [...begin, ...hold].map(({ code }) => code);
}

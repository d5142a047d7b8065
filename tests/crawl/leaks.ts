type LeakyItem = { figures: { counts: { n: number }[] }[] };
/** What can be tampered with of the data of a report's page. */
export type LeakyReport = { blocks: { items: LeakyItem[] }[]; chosen: { groups: { n: number }[] } };

const at = (blocks: LeakyReport["blocks"], block: number, item: number) => blocks[block]?.items[item] as LeakyItem;

/** Ways in which a page could tell what no release says. */
export const LEAKS: Readonly<Record<string, (report: LeakyReport) => void>> = {
  "a true count beside a figure": ({ blocks }) => Object.assign(at(blocks, 0, 0).figures[1] ?? {}, { counted: 4 }),
  "a true count instead of the protected one": ({ blocks }) => {
    const [count] = at(blocks, 1, 0).figures[1]?.counts ?? [];
    if (count) count.n += 1;
  },
  "the true size of a group": ({ chosen }) => {
    for (const group of chosen.groups) group.n -= 1;
  },
  "a number in a text": ({ blocks }) => Object.assign(at(blocks, 0, 0), { hint: "nur 4 Projekte" }),
  "items by their height": ({ blocks }) => blocks[1]?.items.reverse(),
  "codes by their frequency": ({ blocks }) => at(blocks, 1, 0).figures[1]?.counts.reverse(),
};

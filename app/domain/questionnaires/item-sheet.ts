import type { Inspection } from "#surveys/checking-pool.ts";
import type { Item, Text } from "#surveys/model.ts";

/** Items as a table that can be read: by page and question, cut where it would become endless. */
export type ItemSheet = { pages: SheetPage[]; items: number; shown: number };

export type SheetPage = { title: Text; items: SheetItem[] };

export type SheetItem = {
  key: string;
  title: Text;
  /** what tells it from its siblings; null where it is the question itself */
  label: Text | null;
  /** the first item of its question */
  first: boolean;
  /** SurveyJS type of its question; empty for what only the definition computes */
  type: string;
  scale: Item["scale"];
  repeated: boolean;
  codes: { code: string; label: Text; missing: boolean }[];
  moreCodes: number;
};

const MOST_ITEMS = 600;
const MOST_CODES = 25;

export function itemSheet({ items, questions, pages }: Inspection): ItemSheet {
  const byKey = new Map(questions.map((question) => [question.key, question]));
  const questionOf = (item: Item) => byKey.get(item.question) ?? byKey.get(item.key.split("/")[0] ?? "");
  const shown = items.slice(0, MOST_ITEMS);
  const groups = Map.groupBy(shown, (item) => {
    const at = questionOf(item)?.pointer ?? "";
    return pages.findIndex(({ pointer }) => at.startsWith(`${pointer}/`));
  });
  const sheet = [...groups].map(([index, own]) => ({
    title: pages[index]?.title ?? { de: "" },
    items: own.map((item, i) => ({
      key: item.key,
      title: item.title,
      label: item.label.de === item.title.de && item.label.en === item.title.en ? null : item.label,
      first: own[i - 1]?.question !== item.question,
      type: questionOf(item)?.type ?? "",
      scale: item.scale,
      repeated: item.repeated,
      codes: item.codes
        .slice(0, MOST_CODES)
        .map(({ code, label, missing }) => ({ code, label, missing: missing === true })),
      moreCodes: Math.max(0, item.codes.length - MOST_CODES),
    })),
  }));
  return { pages: sheet, items: items.length, shown: shown.length };
}

import type { Text } from "#surveys/model.ts";
import type { OwnPage } from "../../domain/mirror/own-answers.ts";
import type { Mirror } from "../../domain/mirror/read-mirror.server.ts";
import type { SheetValue } from "../../domain/responses/answer-sheet.ts";
import { besideReleased, type Compared, highlightsOf, type Same } from "./compare.ts";

/** What stands out in a mirror, worked out once, so that the page that shows it needs no item of the release. */
export type Glance = {
  /** items with one valid answer per project, and how many of them the project answered as most others did */
  compared: number;
  common: number;
  /** whether it was asked if the project may be named, which is not counted */
  isNamed: boolean;
  /** what fewest of the others said too, and what most did: the outermost first */
  rare: StandingOut[];
  shared: StandingOut[];
  /** how many answers are comparable with the wave before, and how many are others now; null without any */
  changed: { compared: number; changed: number } | null;
  /** in the order of the questionnaire */
  sections: { title: Text; compared: number; common: number }[];
};

/** An answer that stands out. `section`: its index; `question`: where the item is a row of it, else null. */
export type StandingOut = {
  section: number;
  item: string;
  label: Text;
  question: Text | null;
  values: SheetValue[];
  same: Same;
};

type Glanced = Pick<Mirror, "pages" | "blocks" | "hidden" | "consent">;

/** Whether the project may be named says nothing of its work: the answer to that is left out. */
export function glanceOf({ pages: all, blocks, hidden, consent }: Glanced): Glance {
  const own = without(all, consent);
  const pages = besideReleased(own, blocks, hidden);
  const { compared, common, rare, shared } = highlightsOf(pages);
  return {
    compared,
    common,
    isNamed: consent !== null,
    rare: rare.map(standingOut),
    shared: shared.map(standingOut),
    changed: changedSince(own),
    sections: pages.map((page) => {
      const { compared, common } = highlightsOf([page]);
      return { title: page.title, compared, common };
    }),
  };
}

function without(pages: readonly OwnPage[], item: string | null): OwnPage[] {
  return pages.map(({ questions, ...page }) => ({
    ...page,
    questions: questions.map((question) => ({
      ...question,
      lines: question.lines.filter((line) => line.item !== item),
    })),
  }));
}

function standingOut({ section, line, question, same }: Compared): StandingOut {
  return {
    section,
    item: line.item,
    label: line.label ?? question.title,
    question: line.label && question.title,
    values: line.values,
    same,
  };
}

/** How many answers were compared with those of the wave before, and how many are others now; null without any. */
function changedSince(pages: readonly OwnPage[]): Glance["changed"] {
  const last = pages.flatMap(({ questions }) =>
    questions.flatMap(({ lines }) => lines.flatMap((line) => line.last ?? [])),
  );
  if (last.length === 0) return null;
  return { compared: last.length, changed: last.filter(({ isSame }) => !isSame).length };
}

import type { Text } from "#surveys/model.ts";
import { ALL_SECTIONS } from "../../paths.ts";
import { Problem } from "../problem.ts";
import type { Mirror } from "./read-mirror.server.ts";

/** What one page of a mirror shows: what stands out, one section of the questionnaire (its place, from 1), or all of it. */
export type MirrorView = { kind: "start" } | { kind: "section"; place: string } | { kind: "whole" };

/** A mirror with the questions that one page shows: none, those of a section with nothing but their figures, or all. */
export type MirrorPart = Mirror & { view: MirrorView; sections: Text[] };

/**
 * The part of a mirror that an address asks for by the place of a section; null for what stands out. A mirror has thousands of
 * marks: in parts it is there at once, also on an old laptop. Throws not-found.
 */
export function partOf(mirror: Mirror, asked: string | null): MirrorPart {
  const sections = mirror.pages.map(({ title }) => title);
  if (asked === null) return { ...mirror, sections, view: { kind: "start" }, pages: [], blocks: [], hidden: [] };
  if (asked === ALL_SECTIONS) return { ...mirror, sections, view: { kind: "whole" } };
  const page = mirror.pages.find((_, index) => String(index + 1) === asked);
  if (!page) throw new Problem("not-found");
  const items = new Set(page.questions.flatMap(({ lines }) => lines.map(({ item }) => item)));
  return {
    ...mirror,
    sections,
    view: { kind: "section", place: asked },
    pages: [page],
    blocks: mirror.blocks.filter((block) => block.items.some(({ key }) => items.has(key))),
    hidden: mirror.hidden.filter((key) => items.has(key)),
    outcomes: [],
  };
}

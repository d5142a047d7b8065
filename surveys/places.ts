import { pagesOf } from "./definition.ts";
import { isObject, own } from "./json.ts";
import type { Text } from "./model.ts";
import { textOf } from "./texts.ts";

/** Where in a questionnaire a JSON Pointer leads: its page and its innermost question, as people know them. */
export type Place = {
  page?: { number: number; title: Text };
  question?: { name: string; title: Text };
};

const holdsQuestions = new Set(["elements", "questions", "templateElements", "detailElements", "columns", "items"]);

const unescaped = (part: string): string => part.replaceAll("~1", "/").replaceAll("~0", "~");

/** Follows a pointer as far as it leads; total, and never through a prototype. */
export function placeOf(source: unknown, path: string): Place {
  const place: Place = {};
  let value: unknown = source;
  let list = "";
  for (const part of path.split("/").slice(1).map(unescaped)) {
    const index = Number(part);
    if (Array.isArray(value)) {
      value = value[index];
      if (isObject(value)) {
        if (list === "pages") place.page = { number: index + 1, title: textOf(value.title, nameOf(value)) };
        // A panel is no question; what stands in it may be one.
        else if (holdsQuestions.has(list) && value.type !== "panel" && nameOf(value) !== "") {
          place.question = { name: nameOf(value), title: textOf(value.title, nameOf(value)) };
        }
      }
      list = "";
    } else if (isObject(value)) {
      value = own(value, part);
      list = part;
    } else break;
  }
  return place;
}

function nameOf(value: Record<string, unknown>): string {
  return typeof value.name === "string" ? value.name.slice(0, 200) : "";
}

/** The pages of a definition in their order, each with the beginning of its questions' pointers. */
export function pageTitles(source: Record<string, unknown>): { pointer: string; title: Text }[] {
  return pagesOf(source).map(({ page, pointer }, index) => ({
    pointer,
    title: pointer === "" ? textOf(source.title, "1") : textOf(page.title, nameOf(page) || String(index + 1)),
  }));
}

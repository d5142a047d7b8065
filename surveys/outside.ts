import { isObject, type JsonObject } from "./json.ts";

const addressKeys = new Set(["imageLink", "logo", "backgroundImage", "navigateToUrl", "url", "image"]);
const leadsOutside = /^\s*(https?:)?\/\//i;
const loadsOutside = /(<[^>]+?)\b(?:src|srcset|background|poster)\s*=\s*(?:"[^"]*"|'[^']*'|[^\s>]+)/gi;

/** What would end a preview, leave its page or be remembered by the browser. */
const acting = new Set(["navigateToUrl", "navigateToUrlOnCondition", "cookieName", "surveyPostId", "choicesByUrl"]);

/** The definition for a look at it: nothing in it loads from another host, leads away or is kept. */
export function withoutOutside(source: JsonObject): JsonObject {
  return clean(source) as JsonObject;
}

function clean(value: unknown, key = ""): unknown {
  if (Array.isArray(value)) return value.map((inner) => clean(inner, key));
  if (isObject(value)) {
    const kept = Object.entries(value).filter(([name]) => !acting.has(name));
    return Object.fromEntries(kept.map(([name, inner]) => [name, clean(inner, name)]));
  }
  if (typeof value !== "string") return value;
  if (addressKeys.has(key) && leadsOutside.test(value)) return "";
  return value.replace(loadsOutside, (tag, start: string) => (/(https?:)?\/\//i.test(tag) ? start : tag));
}

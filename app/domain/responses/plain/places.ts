import { isObject, type JsonObject, segment } from "#surveys/json.ts";

/** The ids of a group's entries in their order: by place, and where two took the same place, by id. */
export function entriesOf(fields: ReadonlyMap<string, unknown>): (path: string) => readonly string[] {
  const groups = new Map<string, { id: string; place: number }[]>();
  for (const [path, place] of fields) {
    const at = path.lastIndexOf("/@");
    if (at < 0 || typeof place !== "number" || path.indexOf("/", at + 1) >= 0) continue;
    const group = path.slice(0, at);
    groups.set(group, [...(groups.get(group) ?? []), { id: path.slice(at + 2), place }]);
  }
  for (const entries of groups.values()) entries.sort((a, b) => a.place - b.place || (a.id < b.id ? -1 : 1));
  return (path) => groups.get(path)?.map(({ id }) => id) ?? [];
}

/**
 * The field that a JSON Pointer into the answers leads to: `/partner/0/name` → `partner/@<id>/name`. What lies inside a list
 * that is no group has no place of its own: the list is the field.
 */
export function fieldOf(pointer: string, answers: JsonObject, entries: (path: string) => readonly string[]): string {
  let value: unknown = answers;
  let path = "";
  for (const part of pointer.split("/").slice(1)) {
    const name = part.replaceAll("~1", "/").replaceAll("~0", "~");
    if (Array.isArray(value)) {
      const id = entries(path)[Number(name)];
      if (id === undefined) return path;
      path = `${path}/@${id}`;
      value = value[Number(name)];
    } else {
      path = path === "" ? segment(name) : `${path}/${segment(name)}`;
      value = isObject(value) ? value[name] : undefined;
    }
  }
  return path;
}

/** True where one of two paths lies at or below the other. */
export const touches = (one: string, other: string): boolean =>
  one === other || one.startsWith(`${other}/`) || other.startsWith(`${one}/`);

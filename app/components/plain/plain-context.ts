import { createContext, useContext } from "react";
import type { PlainClash } from "../../domain/responses/plain/read-page.server.ts";

/** What the fields of a plain form know about the form around them. */
export type PlainContent = {
  /** texts under a name, as posted or as they stand */
  values: ReadonlyMap<string, readonly string[]>;
  /** what is wrong, by the path of a field or of a group of fields */
  errors: ReadonlyMap<string, string>;
  clashes: readonly PlainClash[];
  /** names of questions that have just come up */
  fresh: ReadonlySet<string>;
};

const NOTHING: PlainContent = { values: new Map(), errors: new Map(), clashes: [], fresh: new Set() };

export const PlainContext = createContext<PlainContent>(NOTHING);

/** The id of a field in the page. Anything but letters and digits is written as its code point. */
export const idOfPath = (path: string): string =>
  `f-${path.replaceAll(/[^A-Za-z0-9-]/gu, (sign) => `_${sign.codePointAt(0)?.toString(16)}_`)}`;

export function usePlain() {
  const content = useContext(PlainContext);
  return {
    ...content,
    textsOf: (name: string): readonly string[] => content.values.get(name) ?? [],
    errorOf: (path: string): string | undefined => content.errors.get(path),
    clashesOf: (path: string) =>
      content.clashes.filter((clash) => clash.placed && (clash.path === path || clash.path.startsWith(`${path}/=`))),
  };
}

/** What describes a control: its hint and its error, by their ids. */
export function describedBy(id: string, hint: unknown, error: unknown): string | undefined {
  return [hint ? `${id}-hint` : "", error ? `${id}-error` : ""].filter(Boolean).join(" ") || undefined;
}

import { z } from "zod";
import { formNames } from "#surveys/plain/names.ts";
import { Problem } from "../domain/problem.ts";
import { type Base, readBase } from "../domain/responses/plain/base.ts";
import type { Wish } from "../domain/responses/plain/leave-page.server.ts";

/** Values in one form, whatever their names: a page holds a few hundred. */
const MOST_VALUES = 3_000;
const OWN = new Set<string>([formNames.form, formNames.base, formNames.act]);

const uuid = z.uuid().toLowerCase();

export type PlainForm = {
  formId: string;
  base: Base;
  posted: Map<string, string[]>;
  decided: Map<string, "take" | "keep">;
  wish: Wish;
  add?: string;
  remove?: string;
};

/** A posted page of a form without JavaScript. Throws invalid-request for what no such form sends. */
export async function parsePlainForm(request: Request): Promise<PlainForm> {
  const form = await request.formData().catch(refuse);
  const posted = new Map<string, string[]>();
  const own = new Map<string, string>();
  const decided = new Map<string, "take" | "keep">();
  let count = 0;
  for (const [name, value] of form) {
    count += 1;
    if (count > MOST_VALUES) throw new Problem("too-large");
    if (typeof value !== "string") refuse();
    // PostgreSQL keeps every sign but this one.
    const text = value.replaceAll("\0", "");
    if (name.startsWith(formNames.decide))
      decided.set(checked(uuid, name.slice(formNames.decide.length)), checked(decision, text));
    else if (OWN.has(name)) own.set(name, text);
    else {
      const before = posted.get(name);
      if (before) before.push(text);
      else posted.set(name, [text]);
    }
  }
  return {
    formId: checked(uuid, own.get(formNames.form)),
    base: readBase(own.get(formNames.base) ?? ""),
    posted,
    decided,
    ...wishOf(own.get(formNames.act) ?? "save"),
  };
}

const decision = z.enum(["take", "keep"]);

function wishOf(text: string): Pick<PlainForm, "wish" | "add" | "remove"> {
  if (text === "next" || text === "back" || text === "save") return { wish: text };
  const at = text.indexOf(".");
  const [verb, object] = [text.slice(0, at), text.slice(at + 1)];
  if (verb === "page" && /^[1-9]\d{0,2}$/.test(object)) return { wish: Number(object) };
  if (verb === "add" && object !== "") return { wish: "save", add: object };
  if (verb === "remove" && object !== "") return { wish: "save", remove: object };
  return refuse();
}

function checked<T extends z.ZodType>(schema: T, value: unknown): z.infer<T> {
  const parsed = schema.safeParse(value);
  return parsed.success ? parsed.data : refuse();
}

function refuse(): never {
  throw new Problem("invalid-request");
}

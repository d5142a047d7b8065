import { z } from "zod";
import { type AttributeValues, TYPED_ATTRIBUTES } from "../domain/members/attributes.ts";
import { readDay } from "../domain/members/days.ts";
import type { ProjectForm } from "../domain/members/edit-members.server.ts";
import { type Fault, Problem } from "../domain/problem.ts";

const chosen = z.string().max(100);
const typed = z.string().max(2000).default("");

/** Fields of attributes as forms send them: one text each, a list where there may be several values. */
export const attributeFields = Object.fromEntries(
  TYPED_ATTRIBUTES.map(({ code, multiple }) => [code, multiple ? z.array(chosen).max(50) : chosen.default("")]),
);
export const attributeLists = TYPED_ATTRIBUTES.filter(({ multiple }) => multiple).map(({ code }) => code);

export const projectFields = {
  name: typed,
  organisationId: z.union([z.literal(""), z.literal("new"), z.uuid()]).default(""),
  newOrganisation: typed,
  activeFrom: typed,
  activeUntil: typed,
};

/** The chosen values by attribute. Throws invalid-request for codes that no form of ours offers. */
export function readAttributes(form: Readonly<Record<string, unknown>>): AttributeValues {
  return Object.fromEntries(
    TYPED_ATTRIBUTES.map(({ code, codes }) => {
      const values = [form[code]].flat().filter((value): value is string => typeof value === "string" && value !== "");
      if (!values.every((value) => codes.includes(value))) throw new Problem("invalid-request");
      return [code, values];
    }),
  );
}

/** The values that a form was filled with, as its hidden field has them. Throws invalid-request where it is anything else. */
export function readShown(text: string): AttributeValues {
  try {
    return readAttributes(z.record(z.string(), z.unknown()).parse(JSON.parse(text)));
  } catch {
    throw new Problem("invalid-request");
  }
}

/** Days are read; what is no day is undefined, no day at the end is null. */
export function readProjectForm(form: {
  name: string;
  organisationId: string;
  newOrganisation: string;
  activeFrom: string;
  activeUntil: string;
}): ProjectForm {
  const { name, organisationId, newOrganisation } = form;
  const activeUntil = form.activeUntil.trim() === "" ? null : readDay(form.activeUntil);
  return { name, organisationId, newOrganisation, activeFrom: readDay(form.activeFrom), activeUntil };
}

/** The faults of a refused form with its status; anything else is thrown on. */
export function refusalOf(error: unknown): { faults: Fault[]; status: number } {
  if (!(error instanceof Problem) || error.code !== "invalid-member") throw error;
  return { faults: error.faults, status: error.status };
}

const page = (search: URLSearchParams) => Number(/^\d{1,4}$/.exec(search.get("seite") ?? "")?.[0] ?? 1);

/** What a list's filter form put into the address. Words that it does not offer count as not given. */
export function listView(request: Request) {
  const search = new URL(request.url).searchParams;
  const oneOf = <T extends string>(name: string, known: readonly T[]): T | undefined =>
    known.find((one) => one === search.get(name));
  return { text: (search.get("suche") ?? "").replaceAll("\0", "").slice(0, 200).trim(), page: page(search), oneOf };
}

import { randomUUID } from "node:crypto";
import type { Db } from "#db/client.server.ts";
import type { CheckingPool } from "#surveys/checking-pool.ts";
import type { Definition } from "#surveys/definition.ts";
import { fromFields, questionOfPath, toFields, wordsOfField } from "#surveys/fields/index.ts";
import type { Form, FormPage } from "#surveys/form.ts";
import type { JsonObject } from "#surveys/json.ts";
import type { Text } from "#surveys/model.ts";
import { plainFields } from "#surveys/plain/build.ts";
import type { PlainControl } from "#surveys/plain/control.ts";
import { pageNames } from "#surveys/plain/everything.ts";
import { inputsOf, readPlain, writePlain } from "#surveys/plain/posted.ts";
import type { Locale } from "../../../locales/index.ts";
import { Problem } from "../../problem.ts";
import { getInvitation, mayWith, type Respondent } from "../access.server.ts";
import { getInstrument, type Instrument } from "../instrument.server.ts";
import { type Cover, coverOf } from "../open-sheet.server.ts";
import { type OpenClash, type ResponseStanding, readStanding } from "../read-response.server.ts";
import { type Base, type BaseEntry, writeBase } from "./base.ts";
import { entriesOf } from "./places.ts";
import { groupsOf } from "./read-form.ts";
import { signOf } from "./signs.server.ts";

/** A page of the questionnaire as a list of pages names it; `number` counts all pages of the definition from 1. */
export type PlainPageLink = { number: number; title: string; asked: number; answered: number };

/** An answer in two versions: what stands, and what somebody else wrote on what stood before. */
export type PlainClash = {
  opId: string;
  path: string;
  /** false where the form has no field for it any more: its entry was removed, or a condition inside its question hides it */
  placed: boolean;
  part: Text[];
  standing: { value: Text | null; by: string | null };
  other: { value: Text | null; by: string | null; own: boolean };
};

export type PlainPage = {
  cover: Cover;
  pages: PlainPageLink[];
  number: number;
  title: string;
  hint?: string;
  controls: PlainControl[];
  /** the form as it stands: texts by name */
  values: [name: string, texts: string[]][];
  base: string;
  formId: string;
  clashes: PlainClash[];
  /** false where answers can no longer change */
  open: boolean;
  maySubmit: boolean;
};

/** The answers of a response with all that the plain form needs to know about them. */
export type PlainState = {
  instrument: Instrument;
  standing: ResponseStanding;
  fields: ReadonlyMap<string, unknown>;
  answers: JsonObject;
};

export async function readPlainState(
  db: Db,
  invitation: Awaited<ReturnType<typeof getInvitation>>,
): Promise<PlainState> {
  const instrument = await getInstrument(db, invitation);
  const standing = await readStanding(db, invitation);
  const fields = new Map(standing.fields.map(({ path, value }) => [path, value]));
  return { instrument, standing, fields, answers: fromFields(instrument.definition, fields) };
}

/**
 * One page of the questionnaire as a plain form. A page that is not asked now leads to the next that is: `{ instead }`.
 * Throws not-found for a page that never was, and for anonymous rounds, which keep nothing before they are sent.
 */
export async function readPlainPage(
  { db, checking }: { db: Db; checking: CheckingPool },
  viewer: Respondent,
  invitationId: string,
  { number, locale }: { number: number; locale: Locale },
): Promise<PlainPage | { instead: number }> {
  const invitation = await getInvitation(db, viewer, invitationId, "response.edit");
  if (invitation.privacy === "anonymous") throw new Problem("not-found");
  const state = await readPlainState(db, invitation);
  const { definition } = state.instrument;
  const names = pageNames(definition);
  const name = names[number - 1];
  if (name === undefined) throw new Problem("not-found");
  const form = await askForm(checking, state, { page: name, locale, seed: invitationId });
  const pages = pageLinks(form.pages, names);
  if (!form.page) {
    const next = pages.find((page) => page.number > number) ?? pages.at(-1);
    if (!next) throw new Problem("not-found");
    return { instead: next.number };
  }
  const controls = plainFields(definition.level, form.page.questions, "", { locale, entries: entriesOf(state.fields) });
  const { values, base } = handOut(definition, state, controls);
  return {
    cover: coverOf(invitation, state.instrument),
    pages,
    number,
    title: form.page.title,
    ...(form.page.hint ? { hint: form.page.hint } : {}),
    controls,
    values,
    base: writeBase(base),
    formId: randomUUID(),
    clashes: clashesOn(definition, state, { controls, base, accountId: viewer.accountId }),
    open: state.standing.open && state.standing.state !== "submitted",
    maySubmit: mayWith(viewer, "response.submit", invitation),
  };
}

/** What of the form is shown now. Off the event loop: it builds a survey model. */
export async function askForm(
  checking: CheckingPool,
  { instrument, answers }: Pick<PlainState, "instrument" | "answers">,
  options: { page: string; locale: Locale; seed: string },
): Promise<Form> {
  const { form } = await checking.form({ key: instrument.checksum, json: instrument.json }, answers, options);
  if (!form) throw new Problem("unavailable", { retryAfter: 5 });
  return form;
}

export function pageLinks(pages: readonly FormPage[], names: readonly string[]): PlainPageLink[] {
  return pages.flatMap(({ name, title, asked, answered }) => {
    const number = names.indexOf(name) + 1;
    return number > 0 ? [{ number, title, asked, answered }] : [];
  });
}

/** The form's values, and from which revision each of them is. */
function handOut(definition: Definition, { fields, answers, standing }: PlainState, controls: readonly PlainControl[]) {
  // An answer that was once kept as a whole is read in its parts too.
  const parts = toFields(definition, answers);
  const stored = (path: string) => (fields.has(path) ? fields.get(path) : path.includes("/@") ? null : parts.get(path));
  const revisions = new Map(standing.fields.map(({ path, rev }) => [path, rev]));
  const base = new Map<string, BaseEntry>();
  const add = (path: string, value: unknown) => base.set(path, { rev: revisions.get(path) ?? 0, sign: signOf(value) });
  for (const entry of groupsOf(controls).flatMap((group) => group.entries)) add(entry, stored(entry));
  const values: [string, string[]][] = [];
  for (const input of inputsOf(controls)) {
    const written = writePlain(input, stored);
    values.push(...written);
    // As the form gives it back when nobody touches it.
    for (const { path, value } of readPlain(input, new Map(written))) add(path, value);
  }
  return { values, base };
}

/** The open clashes at questions of the page, in the words of the questionnaire: nothing can be submitted while one is open. */
function clashesOn(
  definition: Definition,
  { standing, fields }: PlainState,
  { controls, base, accountId }: { controls: readonly PlainControl[]; base: Base; accountId: string | null },
): PlainClash[] {
  const here = new Set(controls.map((control) => questionOfPath(control.path)));
  const said = ({ path }: OpenClash, value: unknown) => wordsOfField(definition, path, value);
  return standing.clashes
    .filter(({ path }) => base.has(path) || here.has(questionOfPath(path)))
    .map((clash): PlainClash => {
      const field = standing.fields.find(({ path }) => path === clash.path);
      return {
        opId: clash.opId,
        path: clash.path,
        placed: base.has(clash.path),
        part: said(clash, null).parts,
        standing: { value: said(clash, fields.get(clash.path)).value, by: field?.by ?? null },
        other: { value: said(clash, clash.value).value, by: clash.by, own: clash.byId === accountId },
      };
    });
}

import type { Db } from "#db/client.server.ts";
import type { CheckingPool } from "#surveys/checking-pool.ts";
import { questionOfPath } from "#surveys/fields/index.ts";
import type { FormPage } from "#surveys/form.ts";
import { plainFields } from "#surveys/plain/build.ts";
import { pageNames } from "#surveys/plain/everything.ts";
import { inputsOf, pathsOf } from "#surveys/plain/posted.ts";
import type { Locale } from "../../../locales/index.ts";
import { type Fault, Problem, type ProblemCode } from "../../problem.ts";
import { getInvitation, type Respondent } from "../access.server.ts";
import { entriesOf, touches } from "./places.ts";
import { askForm, type PlainState, pageLinks, readPlainState } from "./read-page.server.ts";
import { findOpenOn, type PostedPage, savePlainPage } from "./save-page.server.ts";

/** What is wanted after saving: the next page, the one before, this one, or any by its number. */
export type Wish = "next" | "back" | "save" | number;

/** Where it goes on; or that it does not, and why. */
export type Left =
  | { to: "page"; number: number; savedAt: string; clashed?: boolean; appeared?: string[]; at?: string }
  | { to: "review" }
  | { to: "stay"; faults: Fault[]; refused?: ProblemCode };

/** What a form without JavaScript shows instead of a problem page: nothing that was typed may be lost by it. */
const SHOWN: readonly ProblemCode[] = ["round-closed", "already-submitted", "too-many-requests", "unavailable"];

type Work = { db: Db; checking: CheckingPool };

/**
 * Saves a page and says where it goes on. It stays where something does not fit, where somebody else answered too, and on
 * the way to the next page also where questions came up or a required one is open.
 */
export async function leavePlainPage(
  { db, checking }: Work,
  viewer: Respondent,
  invitationId: string,
  page: PostedPage & { wish: Wish; locale: Locale },
): Promise<Left> {
  const invitation = await getInvitation(db, viewer, invitationId, "response.edit");
  try {
    const saved = await savePlainPage(db, viewer, invitation, page);
    if (saved.faults.length > 0) return { to: "stay", faults: saved.faults };
    const here = { to: "page" as const, number: page.number, savedAt: saved.savedAt };
    if (saved.clashed) return { ...here, clashed: true };
    if (saved.added !== undefined || page.remove !== undefined) {
      return { ...here, at: saved.added ?? page.remove?.replace(/\/@[^/]*$/, "") };
    }
    // Read anew: with this page the response may have come into being.
    const state = await readPlainState(db, await getInvitation(db, viewer, invitationId, "response.edit"));
    return await goOn(checking, state, { ...page, savedAt: saved.savedAt, seed: invitationId });
  } catch (error) {
    if (error instanceof Problem && SHOWN.includes(error.code)) {
      return { to: "stay", faults: [], refused: error.code };
    }
    throw error;
  }
}

type Going = PostedPage & { wish: Wish; locale: Locale; savedAt: string; seed: string };

async function goOn(checking: CheckingPool, state: PlainState, going: Going): Promise<Left> {
  const { number, wish, locale, savedAt } = going;
  const names = pageNames(state.instrument.definition);
  if (typeof wish === "number") {
    if (names[wish - 1] === undefined) throw new Problem("not-found");
    return { to: "page", number: wish, savedAt };
  }
  const form = await askForm(checking, state, { page: names[number - 1] as string, locale, seed: going.seed });
  const controls = plainFields(state.instrument.definition.level, form.page?.questions ?? [], "", {
    locale,
    entries: entriesOf(state.fields),
  });
  const inputs = inputsOf(controls);
  const isNew = inputs.filter((input) => !pathsOf(input).some((path) => going.base.has(path)));
  const appeared = [...new Set(isNew.map(({ path }) => questionOfPath(path)))];
  if (wish === "save") return { to: "page", number, savedAt, ...(appeared.length > 0 ? { appeared } : {}) };
  const pages = pageLinks(form.pages, names);
  if (wish === "back") return stepTo(pages.findLast((page) => page.number < number) ?? { number }, savedAt);
  if (appeared.length > 0) return { to: "page", number, savedAt, appeared };
  const here = new Set(inputs.flatMap((input) => [input.path, ...pathsOf(input)]));
  const open = await findOpenOn(checking, state, locale);
  const faults = open.filter((fault) => [...here].some((path) => touches(path, fault.path)));
  if (faults.length > 0) return { to: "stay", faults };
  const next = pages.find((page) => page.number > number);
  return next ? stepTo(next, savedAt) : { to: "review" };
}

const stepTo = ({ number }: Pick<FormPage & { number: number }, "number">, savedAt: string): Left => ({
  to: "page",
  number,
  savedAt,
});

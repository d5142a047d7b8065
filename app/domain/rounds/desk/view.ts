import { type Participant, RETURN_STATES, type ReturnState } from "./returns.ts";

/** `waiting`: neither submitted nor declined. */
export const FILTERS = ["waiting", ...RETURN_STATES] as const;
export type StateFilter = (typeof FILTERS)[number];
export const SORTS = ["name", "organisation", "land", "state", "at"] as const;
export type Sort = (typeof SORTS)[number];

/** What of the desk somebody wants to see; it stands in the address. */
export type DeskView = {
  state: StateFilter | null;
  land: string | null;
  sort: Sort;
  /** the attribute by which returns are broken down */
  by: string | null;
  /** all that are shown and can be reminded are ticked */
  all: boolean;
};

/** Reads the address; what is unknown there is as if it were not given. */
export function readView(params: URLSearchParams): DeskView {
  const one = <T extends string>(known: readonly T[], name: string) => known.find((code) => code === params.get(name));
  return {
    state: one(FILTERS, "stand") ?? null,
    land: params.get("land") || null,
    sort: one(SORTS, "sortierung") ?? "name",
    by: params.get("nach") || null,
    all: params.get("auswahl") === "alle",
  };
}

/** The participants to be shown, in the order asked for. `labelOfLand` names a code for sorting by its name. */
export function chooseParticipants(
  participants: readonly Participant[],
  { state, land, sort }: DeskView,
  labelOfLand: (code: string) => string,
): Participant[] {
  const textOf: Record<Exclude<Sort, "state" | "at">, (one: Participant) => string> = {
    name: () => "",
    organisation: (one) => one.organisation ?? "",
    land: (one) => (one.land ? labelOfLand(one.land) : ""),
  };
  const byName = (a: Participant, b: Participant) => compareNames(a.name ?? "", b.name ?? "");
  const order = (a: Participant, b: Participant): number => {
    if (sort === "state") return PLACES.indexOf(a.state) - PLACES.indexOf(b.state) || byName(a, b);
    if (sort === "at") return (b.at?.getTime() ?? 0) - (a.at?.getTime() ?? 0) || byName(a, b);
    return compareNames(textOf[sort](a), textOf[sort](b)) || byName(a, b);
  };
  return participants.filter((one) => isWanted(one, state) && (land === null || one.land === land)).sort(order);
}

/** From those who need a word to those who are done. */
const PLACES: readonly ReturnState[] = ["bounced", "invited", "opened", "begun", "declined", "submitted"];

function isWanted(one: Participant, state: StateFilter | null): boolean {
  if (state === "waiting") return one.state !== "submitted" && one.state !== "declined";
  return state === null || one.state === state;
}

const collator = new Intl.Collator("de", { numeric: true });

/** Alphabetical, as a person would look it up; what has no name stands last. */
export function compareNames(a: string, b: string): number {
  if (a === "" || b === "") return a === b ? 0 : a === "" ? 1 : -1;
  return collator.compare(a, b);
}

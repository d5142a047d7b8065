import type { ReturnRow } from "#db/queries/desk.server.ts";
import type { Attributes } from "#db/tables/round.ts";
import { withParents } from "../../disclosure/hierarchy.ts";

/** How far somebody is, in the order in which the desk shows it. Everybody is in exactly one of these. */
export const RETURN_STATES = ["submitted", "begun", "opened", "invited", "bounced", "declined"] as const;
export type ReturnState = (typeof RETURN_STATES)[number];

/** How many are in each state; `all` is their sum. */
export type Returns = Record<ReturnState, number> & { all: number };

/** An addressee of a round: states and days, never an answer, never how much was filled in. */
export type Participant = {
  invitationId: string;
  kind: ReturnRow["kind"];
  projectId: string | null;
  /** the project's name; of people by link theirs, else their address; null for those who came by an open link */
  name: string | null;
  organisation: string | null;
  /** code of the Land on the day of opening */
  land: string | null;
  state: ReturnState;
  /** submitted, and open again to be corrected */
  reopened: boolean;
  /** submitted once, and erased since */
  erased: boolean;
  /** the consent to being named was withdrawn after it was given */
  nameWithdrawn: boolean;
  /** mail does not arrive, however far they are */
  unreachable: boolean;
  /** when they last showed a sign of life */
  at: Date | null;
  remindedAt: Date | null;
  /** that was about another round, less than seven days ago */
  remindedElsewhere: boolean;
  reason: string | null;
  /** still has to answer and can be written to */
  remindable: boolean;
  /** and somebody of theirs was not reminded within the last seven days, whatever the round */
  due: boolean;
};

/** What was submitted (also while it is being corrected) or declined is settled; a bounce counts until somebody begins, because it has to be mended. */
export function stateOf(row: Pick<ReturnRow, "state" | "declined_at" | "first_opened_at" | "bounced">): ReturnState {
  if (row.state === "submitted" || row.state === "reopened") return "submitted";
  if (row.declined_at) return "declined";
  if (row.state === "draft") return "begun";
  if (row.bounced) return "bounced";
  return row.first_opened_at ? "opened" : "invited";
}

/**
 * What the people of an invitation were sent within the last seven days: `queueReminders` leaves out who got a reminder,
 * the desk only says it beforehand.
 */
export type ThisWeek = { someoneFree: boolean; last: { at: Date; elsewhere: boolean } | undefined };

/** Without `week` nobody can be written to. */
export function participantOf(row: ReturnRow, week?: ThisWeek): Participant {
  const state = stateOf(row);
  const waiting = state !== "submitted" && state !== "declined";
  const last = waiting ? week?.last : undefined;
  const newer = last && last.at > (row.reminded_at ?? new Date(0)) ? last : undefined;
  const remindable = waiting && row.kind !== "open" && !row.bounced && !row.reminders_off_at;
  return {
    invitationId: row.invitation_id,
    kind: row.kind,
    projectId: row.project_id,
    name: row.project ?? row.name ?? row.address,
    organisation: row.organisation,
    land: row.attributes.land?.[0] ?? null,
    state,
    reopened: row.state === "reopened",
    erased: row.erased,
    nameWithdrawn: row.name_withdrawn,
    unreachable: row.bounced && waiting,
    at: latest(row.first_opened_at, row.changed_at, row.submitted_at, row.declined_at),
    remindedAt: newer?.at ?? row.reminded_at,
    remindedElsewhere: newer?.elsewhere ?? false,
    reason: state === "declined" ? row.decline_reason : null,
    remindable,
    due: remindable && (week?.someoneFree ?? false),
  };
}

function latest(...times: (Date | null)[]): Date | null {
  const known = times.filter((time) => time !== null);
  return known.length > 0 ? new Date(Math.max(...known.map((time) => time.getTime()))) : null;
}

export function countReturns(states: readonly ReturnState[]): Returns {
  const returns: Returns = {
    submitted: 0,
    begun: 0,
    opened: 0,
    invited: 0,
    bounced: 0,
    declined: 0,
    all: states.length,
  };
  for (const state of states) returns[state] += 1;
  return returns;
}

/** Puts in the region of the Land, which follows from it. */
export function withRegion<T extends { attributes: Attributes }>(row: T): T {
  const { region5 } = withParents({ land: row.attributes.land?.[0], region5: row.attributes.region5?.[0] });
  return region5 ? { ...row, attributes: { ...row.attributes, region5: [region5] } } : row;
}

/** The returns of one value of an attribute; `code` is null where somebody has none. */
export type GroupReturns = { code: string | null; returns: Returns };

/** Attributes that at least one of them has. */
export function attributesOf(rows: readonly { attributes: Attributes }[]): string[] {
  return [...new Set(rows.flatMap((row) => Object.keys(row.attributes)))];
}

/**
 * Returns by the values of one attribute, as they were on the day of opening, in alphabetical order of the codes, those
 * without last. Who has several values is counted with each of them: `several` says that it happened.
 */
export function returnsBy(
  rows: readonly (Parameters<typeof stateOf>[0] & { attributes: Attributes })[],
  attribute: string,
): { groups: GroupReturns[]; several: boolean } {
  const states = new Map<string | null, ReturnState[]>();
  let several = false;
  for (const row of rows) {
    const codes = row.attributes[attribute] ?? [];
    several ||= codes.length > 1;
    for (const code of codes.length > 0 ? codes : [null]) states.set(code, [...(states.get(code) ?? []), stateOf(row)]);
  }
  const groups = [...states].map(([code, found]) => ({ code, returns: countReturns(found) }));
  const place = (code: string | null) => (code === null ? "\uffff" : code);
  return { groups: groups.sort((a, b) => (place(a.code) < place(b.code) ? -1 : 1)), several };
}

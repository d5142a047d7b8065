import type { Db } from "#db/client.server.ts";
import { type ActiveProject, listActiveProjects } from "#db/queries/audience.server.ts";
import { findSetup, type RoundSetup } from "#db/queries/round-setup.server.ts";
import type { Audience } from "#db/tables/round.ts";
import { type Fault, Problem } from "../problem.ts";
import { AUDIENCE_ATTRIBUTES, chooseProjects, codesOf } from "./audience.ts";
import { differenceFaults } from "./compare-audience.server.ts";
import { toWallClock } from "./wall-clock.ts";

export type { RoundSetup };

/** The draft. Throws not-found, round-not-draft. */
export async function readSetup(db: Db, roundId: string): Promise<RoundSetup> {
  const setup = await findSetup(db, roundId);
  if (!setup) throw new Problem("not-found");
  if (setup.state !== "draft") throw new Problem("round-not-draft");
  return setup;
}

/** The values of an attribute, each with how many active projects have it. */
export type AttributeChoice = { attribute: string; values: { code: string; projects: number }[] };

export type AudienceChoices = {
  /** by name */
  projects: { projectId: string; name: string; land: string | null }[];
  attributes: AttributeChoice[];
};

/** What an audience can be chosen from on that day. */
export async function readAudienceChoices(db: Db, day: Date): Promise<AudienceChoices> {
  const projects = await listActiveProjects(db, day);
  return {
    projects: projects.map(({ project_id, name, attributes }) => ({
      projectId: project_id,
      name,
      land: attributes.land?.[0] ?? null,
    })),
    attributes: AUDIENCE_ATTRIBUTES.map((attribute) => ({
      attribute,
      values: codesOf(attribute).map((code) => ({ code, projects: countWith(projects, attribute, code) })),
    })),
  };
}

function countWith(projects: readonly ActiveProject[], attribute: string, code: string): number {
  return chooseProjects(projects, { kind: "attributes", attributes: { [attribute]: [code] } }).length;
}

/** How many projects an audience would ask, and what speaks against it. Counts nothing for people by link. */
export async function countAudience(
  db: Db,
  setup: RoundSetup,
  audience: Audience,
  now: Date,
): Promise<{ projects: number; faults: Fault[] }> {
  const day = setup.opens_at > now ? setup.opens_at : now;
  const chosen = chooseProjects(await listActiveProjects(db, day), audience);
  const members = chosen.map(({ project_id: id, organisation_id: organisation }) => ({ id, organisation }));
  const faults = audience.kind === "link" ? [] : await differenceFaults(db, setup, members, day);
  return { projects: chosen.length, faults };
}

/** The times of a round as its form shows them. */
export function timesOf(setup: Pick<RoundSetup, "opens_at" | "closes_at" | "reminders">, now: Date) {
  const [begin, end] = [toWallClock(setup.opens_at), toWallClock(setup.closes_at)];
  const later = setup.opens_at > now;
  return {
    begin: later ? ("at" as const) : ("now" as const),
    beginDay: later ? begin.day : "",
    beginTime: later ? begin.time : "09:00",
    endDay: end.day,
    endTime: end.time,
    reminders: setup.reminders.map(String),
  };
}

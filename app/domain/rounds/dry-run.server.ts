import type { Db } from "#db/client.server.ts";
import { listActiveProjects } from "#db/queries/audience.server.ts";
import { countReachableByLink, listRecipients } from "#db/queries/recipients.server.ts";
import { countLinks, findSetup, type LinkCounts, type RoundSetup } from "#db/queries/round-setup.server.ts";
import { readDefinition } from "#surveys/definition.ts";
import { releaseHints } from "#surveys/release-hints.ts";
import { burdenOf } from "../calendar/burden.server.ts";
import { aboveLimit, DEFAULT_LIMIT, totalOf } from "../calendar/burden.ts";
import type { Respondent } from "../disclosure/groups.ts";
import { withParents } from "../disclosure/hierarchy.ts";
import { ruleFor } from "../disclosure/rule.ts";
import { FEWEST } from "../links/inbox.server.ts";
import { type Fault, Problem } from "../problem.ts";
import { chooseProjects } from "./audience.ts";
import { expectBreakdowns } from "./expected-groups.ts";
import { openingFaults } from "./open-round.server.ts";

/** A project that would be asked, and the people who would be written to about it. */
export type AskedProject = { projectId: string; name: string; land: string | null; people: string[]; leads: boolean };

/** A draft and what opening it would do. */
export type DryRunPage = {
  draft: Pick<
    RoundSetup,
    "title" | "wave" | "version" | "privacy" | "strict" | "audience" | "reminders" | "fictional"
  > & {
    roundId: string;
    opensAt: Date;
    closesAt: Date;
    /** the beginning lies in the future */
    later: boolean;
    planned: boolean;
  };
  faults: Fault[];
  projects: AskedProject[];
  /** projects of which nobody can be written to */
  unreachable: number;
  /** projects of which no lead can be written to, but others */
  withoutLead: number;
  mails: number;
  links: LinkCounts | null;
  /** fewer answers are possible than results need; null where there are enough, or nobody yet */
  tooFew: { most: number; minimum: number } | null;
  /** to fill in, as the definition says; null where it does not */
  minutes: number | null;
  /** projects that this round would take above the limit of minutes a year */
  burden: { limit: number; above: number; most: number };
  expected: ReturnType<typeof expectBreakdowns>;
};

/**
 * What opening this draft at its beginning would do, without doing any of it. Throws not-found, round-not-draft.
 */
export async function readDryRun(db: Db, roundId: string, now: Date): Promise<DryRunPage> {
  const setup = await findSetup(db, roundId);
  if (!setup) throw new Problem("not-found");
  if (setup.state !== "draft") throw new Problem("round-not-draft");
  const byLink = setup.audience.kind === "link";
  const active = await listActiveProjects(db, setup.opens_at > now ? setup.opens_at : now);
  const chosen = chooseProjects(active, setup.audience);
  const recipients = await listRecipients(
    db,
    chosen.map((project) => project.project_id),
  );
  const byProject = Map.groupBy(recipients, (one) => one.projectId);
  const projects = chosen.map(({ project_id, name, attributes }): AskedProject => {
    const people = byProject.get(project_id) ?? [];
    const leads = people.some((one) => one.isLead);
    return {
      projectId: project_id,
      name,
      land: attributes.land?.[0] ?? null,
      people: people.map((p) => p.name),
      leads,
    };
  });
  const links = byLink ? await countLinks(db, roundId) : null;
  const { definition } = readDefinition(setup.definition);
  const minutes = typeof setup.definition.duration === "number" ? setup.definition.duration : null;
  return {
    draft: draftOf(setup, now),
    faults: await openingFaults(db, setup, now),
    projects,
    unreachable: projects.filter(({ people }) => people.length === 0).length,
    withoutLead: projects.filter(({ people, leads }) => people.length > 0 && !leads).length,
    mails:
      new Set(recipients.map((one) => one.accountId)).size + (byLink ? await countReachableByLink(db, roundId) : 0),
    links,
    tooFew: tooFewOf(setup, links?.most ?? projects.length),
    minutes,
    burden: await readBurden(db, setup, { projectIds: projects.map((one) => one.projectId), minutes: minutes ?? 0 }),
    expected: expectBreakdowns({
      seed: roundId,
      respondents: chosen.map((project): Respondent => {
        const values = Object.fromEntries(Object.entries(project.attributes).map(([code, list]) => [code, list[0]]));
        return { id: project.project_id, organisation: project.organisation_id, values: withParents(values) };
      }),
      privacy: setup.privacy,
      excluded: definition ? releaseHints(definition).excludedBreakdowns : [],
      rule: ruleFor(setup),
    }),
  };
}

function tooFewOf(setup: RoundSetup, most: number): DryRunPage["tooFew"] {
  const { minimum } = ruleFor(setup);
  const needed = setup.privacy === "anonymous" ? Math.max(minimum, FEWEST) : minimum;
  return most > 0 && most < needed ? { most, minimum: needed } : null;
}

async function readBurden(
  db: Db,
  { round_id: exceptRoundId, opens_at: opensAt }: RoundSetup,
  plan: { projectIds: string[]; minutes: number },
): Promise<DryRunPage["burden"]> {
  const burdens = await burdenOf(db, opensAt.getFullYear(), { ...plan, exceptRoundId });
  const above = aboveLimit(burdens, DEFAULT_LIMIT);
  return { limit: DEFAULT_LIMIT, above: above.length, most: above[0] ? totalOf(above[0]) : 0 };
}

function draftOf(setup: RoundSetup, now: Date): DryRunPage["draft"] {
  const { title, wave, version, privacy, strict, audience, reminders, fictional } = setup;
  return {
    ...{ title, wave, version, privacy, strict, audience, reminders, fictional },
    roundId: setup.round_id,
    opensAt: setup.opens_at,
    closesAt: setup.closes_at,
    later: setup.opens_at > now,
    planned: setup.planned_by !== null,
  };
}

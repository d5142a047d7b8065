import type { Db } from "#db/client.server.ts";
import { listActiveProjects } from "#db/queries/audience.server.ts";
import { listExchangeContacts, listExchangeSteps } from "#db/queries/exchange.server.ts";
import { withParents } from "../disclosure/hierarchy.ts";
import { may } from "../roles.ts";
import { projectsWith, type Viewer } from "../viewer.ts";
import type { Profile } from "./propose.ts";
import { topicsIn } from "./topics.ts";

/** A request between the own project and another one, as the own team sees it. */
export type Contact = {
  contactId: string;
  /** the other project asked, or was asked */
  received: boolean;
  project: string;
  at: Date;
  /** of received ones, for those who lead the own project: who asked, and where they are reached; null once that person left */
  name: string | null;
  address: string | null;
};

/** One of the viewer's projects. */
export type OwnProject = { projectId: string; name: string; mayEdit: boolean };

export type Exchange = {
  /** the project in whose name the viewer reads; null of those who read without one */
  own: OwnProject | null;
  projects: OwnProject[];
  /** none of the viewer's projects is active today, and nothing is read without one */
  isOutside: boolean;
  /** empty for projects that say nothing themselves */
  profiles: Profile[];
  /** of a project that says nothing: how many do */
  count: number | null;
  contacts: Contact[];
  /** projects that were asked in the name of the own one within the time in which that is not repeated */
  asked: string[];
};

/** A project is asked by the same one at most once within so many days. */
export const QUIET_DAYS = 30;
const DAY_MS = 86_400_000;

/**
 * What the viewer may see: as somebody of a project that says something itself all that others say, with the requests; of one
 * that says nothing how many do. Those who read without a project see all, and no requests.
 */
export async function readExchange(db: Db, viewer: Viewer, wanted: string | null, now: Date): Promise<Exchange> {
  const all = await listProfiles(db, now);
  const projects = await ownProjects(db, viewer, now);
  const own = projects.find(({ projectId }) => projectId === wanted) ?? projects[0] ?? null;
  const readsAll = viewer.parts.some((part) => part.projectId === null && may([part], "exchange.read", null));
  const says = all.some(({ projectId }) => projectId === own?.projectId);
  const contacts = own ? await listExchangeContacts(db, own.projectId) : [];
  const quietSince = new Date(now.getTime() - QUIET_DAYS * DAY_MS);
  return {
    own,
    projects,
    isOutside: own === null && !readsAll,
    profiles: says || readsAll ? all : [],
    count: own && !says ? all.length : null,
    contacts: contacts.map((one) => {
      const received = one.to_project === own?.projectId;
      return {
        ...{ contactId: one.contact_id, received, at: one.at },
        project: received ? one.from_name : one.to_name,
        name: received && own?.mayEdit ? one.by_name : null,
        address: received && own?.mayEdit ? one.by_address : null,
      };
    }),
    asked: contacts
      .filter((one) => one.from_project === own?.projectId && one.at > quietSince)
      .map((one) => one.to_project),
  };
}

/** What active projects say today, by their names. */
export async function listProfiles(db: Db, now: Date): Promise<Profile[]> {
  const [steps, active] = [await listExchangeSteps(db), await listActiveProjects(db, now)];
  const said = new Map(steps.filter(({ published }) => published).map((step) => [step.project_id, step]));
  return active.flatMap(({ project_id: projectId, name, attributes }) => {
    const step = said.get(projectId);
    if (!step) return [];
    const values = withParents(Object.fromEntries(Object.entries(attributes).map(([code, list]) => [code, list[0]])));
    return [
      {
        ...{ projectId, project: name, organisation: step.organisation },
        ...{ phenomenon: values.ph_haupt ?? null, region: values.region5 ?? null },
        ...{ seeks: topicsIn(step.seeks), seeksText: step.seeks_text },
        ...{ offers: topicsIn(step.offers), offersText: step.offers_text },
      },
    ];
  });
}

async function ownProjects(db: Db, viewer: Viewer, now: Date): Promise<OwnProject[]> {
  const ids = new Set(projectsWith(viewer, "exchange.read"));
  if (ids.size === 0) return [];
  const active = await listActiveProjects(db, now);
  return active
    .filter((one) => ids.has(one.project_id))
    .map(({ project_id: projectId, name }) => ({
      projectId,
      name,
      mayEdit: projectsWith(viewer, "exchange.edit").includes(projectId),
    }));
}

import { type Db, transact } from "#db/client.server.ts";
import { insertAudit } from "#db/queries/audit.server.ts";
import { type ExchangeStep, findLastExchangeStep, insertExchangeStep } from "#db/queries/exchange.server.ts";
import { lockProject } from "#db/queries/projects.server.ts";
import { dayOf } from "../members/days.ts";
import { type Fault, Problem } from "../problem.ts";
import { assertInProject } from "../team/access.ts";
import type { Viewer } from "../viewer.ts";
import { TEXT_CHARS, type Topic, topicsIn } from "./topics.ts";

/** What a lead typed. */
type ProfileTyped = { seeks: string[]; seeksText: string; offers: string[]; offersText: string };

/** What a project says today. */
export type OwnProfile = {
  seeks: Topic[];
  seeksText: string;
  offers: Topic[];
  offersText: string;
};

/** What the form begins with. */
type OwnEntry = {
  /** of the last step, also of a withdrawal; 0 where the project never said anything */
  number: number;
  at: Date | null;
  by: string | null;
  /** null where it says nothing */
  profile: OwnProfile | null;
};

/** What the lead changes. Throws not-found for other projects. */
export async function readOwnProfile(db: Db, viewer: Viewer, projectId: string): Promise<OwnEntry> {
  assertInProject(viewer, "exchange.edit", projectId);
  const step = await findLastExchangeStep(db, projectId);
  if (!step) return { number: 0, at: null, by: null, profile: null };
  const { number, at, by_name: by, published, seeks, offers, seeks_text: seeksText, offers_text: offersText } = step;
  const profile = published ? { seeks: topicsIn(seeks), seeksText, offers: topicsIn(offers), offersText } : null;
  return { number, at, by, profile };
}

/**
 * Says what the project looks for and offers, in place of step `number`, which the form was filled with; saying the same
 * again is no step. Gives back what is wrong with the form: nothing chosen at all, or a text of more than 300 characters.
 * Throws not-found for other projects and for those that are not active today, and changed-since where another lead said
 * something else or withdrew it since: then nothing is written.
 */
export async function publishProfile(
  db: Db,
  viewer: Viewer,
  { projectId, typed, number, now }: { projectId: string; typed: ProfileTyped; number: number; now: Date },
): Promise<Fault[]> {
  assertInProject(viewer, "exchange.edit", projectId);
  const said = {
    seeks: topicsIn(typed.seeks),
    seeks_text: typed.seeksText.trim(),
    offers: topicsIn(typed.offers),
    offers_text: typed.offersText.trim(),
  };
  const faults = faultsOf(said);
  if (faults.length > 0) return faults;
  await step(db, viewer, { projectId, now, base: number }, { ...said, published: true });
  return [];
}

/**
 * Takes back at once what the project said, whoever said it last: nothing may stand in the way of that. Doing it twice is
 * once. Throws not-found for other projects.
 */
export async function withdrawProfile(db: Db, viewer: Viewer, projectId: string, now: Date): Promise<void> {
  assertInProject(viewer, "exchange.edit", projectId);
  await step(db, viewer, { projectId, now }, { ...NOTHING, published: false });
}

type Said = Pick<ExchangeStep, "seeks" | "seeks_text" | "offers" | "offers_text" | "published">;

const NOTHING = { seeks: [], seeks_text: "", offers: [], offers_text: "" };

function faultsOf({ seeks, seeks_text, offers, offers_text }: Omit<Said, "published">): Fault[] {
  if (seeks.length + offers.length === 0) return [{ code: "missing", path: "/seeks" }];
  return [
    ...(seeks_text.length > TEXT_CHARS ? [{ code: "too-long", path: "/seeksText" }] : []),
    ...(offers_text.length > TEXT_CHARS ? [{ code: "too-long", path: "/offersText" }] : []),
  ];
}

type At = {
  projectId: string;
  now: Date;
  /** the step that is replaced; undefined: whichever is the last */
  base?: number;
};

async function step(db: Db, viewer: Viewer, { projectId, now, base }: At, said: Said): Promise<void> {
  await transact(db, async (tx) => {
    const project = await lockProject(tx, projectId);
    const today = dayOf(now);
    if (!project) throw new Problem("not-found");
    const hasLeft = project.active_from > today || (project.active_until !== null && project.active_until < today);
    if (hasLeft && said.published) throw new Problem("not-found");
    const last = await findLastExchangeStep(tx, projectId);
    if (isSame(last, said)) return;
    if (base !== undefined && base !== (last?.number ?? 0)) throw new Problem("changed-since");
    const number = (last?.number ?? 0) + 1;
    await insertExchangeStep(tx, { ...said, project_id: projectId, number, at: now, by: viewer.accountId });
    await insertAudit(tx, {
      actorId: viewer.accountId,
      verb: said.published ? "exchange.publish" : "exchange.withdraw",
      object: "project",
      objectId: projectId,
      detail: { number },
      at: now,
    });
  });
}

/** Who never said anything has nothing to withdraw. */
function isSame(last: ExchangeStep | undefined, said: Said): boolean {
  if (!last) return !said.published;
  const signOf = ({ published, seeks, seeks_text, offers, offers_text }: Said) =>
    JSON.stringify([published, seeks, seeks_text, offers, offers_text]);
  return signOf(last) === signOf(said);
}

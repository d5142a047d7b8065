import { type Db, type Tx, transact } from "#db/client.server.ts";
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

/** What a project says today; null where it says nothing. */
type OwnProfile = {
  seeks: Topic[];
  seeksText: string;
  offers: Topic[];
  offersText: string;
  at: Date;
  by: string | null;
};

async function findOwnProfile(db: Db | Tx, projectId: string): Promise<OwnProfile | null> {
  const step = await findLastExchangeStep(db, projectId);
  if (!step?.published) return null;
  const { seeks, offers, seeks_text: seeksText, offers_text: offersText, at, by_name: by } = step;
  return { seeks: topicsIn(seeks), seeksText, offers: topicsIn(offers), offersText, at, by };
}

/** What the lead changes. Throws not-found for other projects. */
export async function readOwnProfile(db: Db, viewer: Viewer, projectId: string): Promise<OwnProfile | null> {
  assertInProject(viewer, "exchange.edit", projectId);
  return findOwnProfile(db, projectId);
}

/**
 * Says what the project looks for and offers, in place of what it said before; saying the same again is no step. Gives back
 * what is wrong with the form: nothing chosen at all, or a text of more than 300 characters. Throws not-found for other
 * projects and for those that are not active today.
 */
export async function publishProfile(
  db: Db,
  viewer: Viewer,
  { projectId, typed, now }: { projectId: string; typed: ProfileTyped; now: Date },
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
  await step(db, viewer, projectId, now, { ...said, published: true });
  return [];
}

/** Takes back at once what the project said. Doing it twice is once. Throws not-found for other projects. */
export async function withdrawProfile(db: Db, viewer: Viewer, projectId: string, now: Date): Promise<void> {
  assertInProject(viewer, "exchange.edit", projectId);
  await step(db, viewer, projectId, now, { ...NOTHING, published: false });
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

async function step(db: Db, viewer: Viewer, projectId: string, now: Date, said: Said): Promise<void> {
  await transact(db, async (tx) => {
    const project = await lockProject(tx, projectId);
    const today = dayOf(now);
    if (!project) throw new Problem("not-found");
    const hasLeft = project.active_from > today || (project.active_until !== null && project.active_until < today);
    if (hasLeft && said.published) throw new Problem("not-found");
    const last = await findLastExchangeStep(tx, projectId);
    if (isSame(last, said)) return;
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

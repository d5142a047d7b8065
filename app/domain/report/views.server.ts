import type { Db } from "#db/client.server.ts";
import { asksForInterfaces } from "../interfaces/read-interfaces.server.ts";
import { asksForNeeds } from "../needs/read-needs.server.ts";
import { hasTies } from "../network/read-network.server.ts";
import { hasTrends } from "../trends/read-trends.server.ts";

/** The ways to look at a release, each a page of its own, in the order in which they are offered. */
export const VIEWS = ["questions", "needs", "interfaces", "network", "trends", "notes"] as const;

export type View = (typeof VIEWS)[number];

type Asked = (db: Db, report: Db, releaseId: string) => Promise<boolean>;

/** Whether a release has something to show in a view; every release has its questions, and can be discussed. */
const HAS: Record<Exclude<View, "questions" | "notes">, Asked> = {
  needs: asksForNeeds,
  interfaces: asksForInterfaces,
  network: hasTies,
  trends: (_, report, releaseId) => hasTrends(report, releaseId),
};

/** The views of a release that is there. */
export async function readViews(db: Db, report: Db, releaseId: string): Promise<View[]> {
  const has = await Promise.all(
    VIEWS.map((view) => (view === "questions" || view === "notes" ? true : HAS[view](db, report, releaseId))),
  );
  return VIEWS.filter((_, i) => has[i]);
}

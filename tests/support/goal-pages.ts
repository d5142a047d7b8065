import { paths } from "#app/paths.ts";
import type { Db } from "#db/client.server.ts";
import type { SamplePage } from "./pages.ts";

/** The list, a goal with a history, and every step of the form. */
export async function goalPages(db: Db): Promise<SamplePage[]> {
  const { goal_id: changed } = await db
    .selectFrom("goal_version")
    .select("goal_id")
    .where("number", "=", 2)
    .executeTakeFirstOrThrow();
  const { goal_id: rows } = await db
    .selectFrom("goal_version")
    .select("goal_id")
    .where("formula", "@>", JSON.stringify({ kind: "rows" }) as never)
    .executeTakeFirstOrThrow();
  const { goal_id: without } = await db
    .selectFrom("goal_version")
    .select("goal_id")
    .where("formula", "@>", JSON.stringify({ items: ["tr_anwend"] }) as never)
    .executeTakeFirstOrThrow();
  const about = { group: "goals", role: "coordination" } as const;
  const form = { art: "share", fragebogen: "netzwerkziele" };
  return [
    { ...about, path: paths.goals(), drawn: ".chart svg" },
    { ...about, path: paths.goal(changed), drawn: ".chart svg" },
    { ...about, path: paths.goal(rows), drawn: ".chart svg" },
    { ...about, path: paths.goal(without) },
    { ...about, path: paths.goal(changed, { schritt: "beenden" }), drawn: ".chart svg" },
    { ...about, path: paths.newGoal() },
    { ...about, path: paths.newGoal(form) },
    { ...about, path: paths.newGoal({ ...form, thema: "zi_formate" }) },
    { ...about, path: paths.newGoal({ art: "returns", fragebogen: "puls" }) },
    { ...about, path: paths.editGoal(rows) },
    { ...about, path: paths.editGoal(changed) },
  ];
}

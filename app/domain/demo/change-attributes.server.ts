import type { Db } from "#db/client.server.ts";
import { sampleUuid } from "#db/seed/load-network.server.ts";
import type { SampleAttributes, SampleNetwork } from "#db/seed/sample.ts";
import { changeAttributes } from "../members/change-attributes.server.ts";

type Change = {
  daysAgo: number;
  /** the first project of the network of which this is true */
  of: (attributes: SampleAttributes) => boolean;
  to: (attributes: SampleAttributes) => Record<string, string[]>;
};

const DAY_MS = 86_400_000;

/** Changes between two waves: rounds before them keep what was true then. */
const CHANGES: readonly Change[] = [
  {
    daysAgo: 140,
    of: ({ ph }) => ph.length === 1 && ph[0] === "re",
    to: ({ ph }) => ({ ph: [...ph, "vd", "hy"] }),
  },
  {
    daysAgo: 100,
    of: ({ status, vzae }) => status === "interessiert" && vzae === "2_u5",
    to: () => ({ status: ["mitglied"] }),
  },
  {
    daysAgo: 45,
    of: ({ restlauf, vzae }) => restlauf === "bis12" && vzae === "u2",
    to: () => ({ restlauf: ["25_48"], vzae: ["2_u5"] }),
  },
];

/** Three projects changed during the year, each on a day of its own. */
export async function changeSampleAttributes(db: Db, network: SampleNetwork, today: Date): Promise<void> {
  const changed = new Set<string>();
  for (const { daysAgo, of, to } of CHANGES) {
    const project = network.projects.find(({ id, attributes }) => !changed.has(id) && of(attributes));
    if (!project) continue;
    changed.add(project.id);
    const now = new Date(today.getTime() - daysAgo * DAY_MS);
    const from = now.toISOString().slice(0, 10);
    const values = to(project.attributes);
    await changeAttributes(db, {
      projectId: sampleUuid(project.id),
      values,
      from,
      actorId: sampleUuid("person-001"),
      now,
    });
  }
}

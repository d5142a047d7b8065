import type { DatedValue } from "../dated-values.ts";

/** An account as the import sees it. Closed ones belong to no team: they are neither written nor taken out. */
export type KnownAccount = { accountId: string; address: string; name: string; closed: boolean };

export type KnownProject = {
  projectId: string;
  organisationId: string;
  name: string;
  activeFrom: string;
  activeUntil: string | null;
  attributes: DatedValue[];
  /** accounts of the team, in the order of their addresses */
  leads: KnownAccount[];
  members: KnownAccount[];
};

/** All that a plan is made against. */
export type Network = {
  organisations: { organisationId: string; name: string }[];
  projects: KnownProject[];
  accounts: KnownAccount[];
};

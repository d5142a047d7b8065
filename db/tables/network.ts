import type { Code, Text } from "#surveys/model.ts";

/** An attribute by which nodes are told apart, with its labels as the release froze them. */
export type NodeAttribute = { code: string; label: Text; codes: { code: string; label: Text }[] };

/** What a release says of its ties beside them; what was wished for stands here as numbers alone. */
export type ReleaseNetworkTable = {
  release_id: string;
  /** the question about contacts */
  question: string;
  attributes: NodeAttribute[];
  /** the steps of how often there is contact; none where nobody was asked */
  frequencies: Code[];
  /** what contacts may be about; none where nobody was asked */
  kinds: Code[];
  /** reports that name, or come from, a project that is no node; null where the number would tell of too few */
  reports_not_drawn: number | null;
  wishing: number | null;
  wishes: number | null;
  /** these two each null where they would tell of too few */
  wishes_mutual: number | null;
  wishes_known: number | null;
};

/** A project that consented to being named. The report role reads `shown_node`: without those who withdrew since. */
export type ReleaseNodeTable = {
  release_id: string;
  project_id: string;
  name: string;
  answered: boolean;
  /** code by attribute */
  attributes: Record<string, string>;
};

/** One project says that it is in contact with another; both are nodes. The report role reads `shown_tie`. */
export type ReleaseTieTable = {
  release_id: string;
  from_project_id: string;
  to_project_id: string;
  frequency: string | null;
  /** codes of what the contact is about, as the first of the two says */
  kinds: string[];
  /** both name each other among those with whom they work most closely; null where nobody was asked */
  closest: boolean | null;
};

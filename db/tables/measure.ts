/** What was decided to be done about a finding, as it holds now. Days are ISO days. */
export type MeasureTable = {
  measure_id: string;
  title: string;
  kind: "training" | "workshop" | "working_group" | "position_paper" | "other";
  why: string;
  state: "proposed" | "decided" | "running" | "done" | "dropped";
  /** who sees to it: an account of the consortium, or a name; neither where nobody does yet */
  responsible_id: string | null;
  responsible_name: string;
  starts_on: string | null;
  ends_on: string | null;
  audience: string;
  /** euros: under 5,000, under 20,000, under 50,000, that or more; open: not known yet */
  budget: "open" | "to_5000" | "to_20000" | "to_50000" | "over_50000";
  /** what came of it, in words for the projects */
  result: string;
  /** of a training: the round that asks its participants */
  round_id: string | null;
  /** grows by one with every step, see `measure_event` */
  revision: number;
};

/** A figure of a release for whose sake a measure was proposed. */
export type MeasureEvidenceTable = { measure_id: string; release_id: string; item: string };

/** What a field said before and says now, as texts; empty where it said nothing. Of people the ids of their accounts. */
export type MeasureChange = { field: string; from: string; to: string };

/** A step of a measure, never changed. */
export type MeasureEventTable = {
  measure_id: string;
  /** the revision that it made, from 1 */
  number: number;
  at: Date;
  by: string;
  /** the state it came to, where it was a step of state */
  state: MeasureTable["state"] | null;
  changes: MeasureChange[];
};

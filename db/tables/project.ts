/** Dates are ISO days ("2026-01-01"): a project is active from the first to the last day named. */
export type ProjectTable = {
  project_id: string;
  organisation_id: string;
  name: string;
  active_from: string;
  active_until: string | null;
};

/** One value of one attribute for a span of days; phenomena and settings have several values at a time. */
export type ProjectAttributeTable = {
  project_id: string;
  attribute: string;
  value: string;
  valid_from: string;
  valid_until: string | null;
};

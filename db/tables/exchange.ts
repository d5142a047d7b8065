/** What a project says that it looks for and offers. Rows are added and never changed; the last one counts. */
export type ExchangeStepTable = {
  project_id: string;
  /** 1, 2, 3 … of one project */
  number: number;
  /** false: withdrawn; then everything else is empty */
  published: boolean;
  /** codes of topics */
  seeks: string[];
  seeks_text: string;
  offers: string[];
  offers_text: string;
  at: Date;
  by: string | null;
};

/** One project asked another for an exchange. What they write to each other is kept nowhere. */
export type ExchangeContactTable = {
  contact_id: string;
  from_project: string;
  to_project: string;
  by: string | null;
  at: Date;
};

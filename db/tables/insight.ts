export type InsightTable = {
  insight_id: string;
  round_id: string;
  account_id: string;
  /** 10 to 500 characters, read by the teams concerned */
  reason: string;
  at: Date;
  /** the names of those who consented were in it */
  with_names: boolean;
};

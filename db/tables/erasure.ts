/** That what was submitted to an invitation was erased: nothing of what it was. Rows are added and never changed. */
export type ErasureTable = {
  erasure_id: string;
  round_id: string;
  invitation_id: string;
  reason: string;
  at: Date;
  by: string | null;
};

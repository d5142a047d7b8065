import type { Generated } from "kysely";

/** Who did what to which object. Ids and verbs only: never an answer, a token or an address. */
export type AuditTable = {
  audit_id: Generated<number>;
  at: Generated<Date>;
  actor_id: string | null;
  verb: string;
  object: string;
  object_id: string;
  detail: Generated<Record<string, unknown>>;
};

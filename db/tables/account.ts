import type { Generated } from "kysely";

export type AccountTable = {
  account_id: string;
  /** lower case; the only place where a mail address stands */
  address: string;
  name: string;
  locale: Generated<"de" | "en">;
  created_at: Generated<Date>;
  disabled_at: Date | null;
};

export type MembershipTable = {
  membership_id: Generated<string>;
  account_id: string;
  role: "coordination" | "steering" | "analyst" | "lead" | "member";
  project_id: string | null;
};

import type { Generated } from "kysely";

export type AccountTable = {
  account_id: string;
  /** lower case; the place of a mail address; invitations of people without an account have their own */
  address: string;
  name: string;
  locale: Generated<"de" | "en">;
  created_at: Generated<Date>;
  disabled_at: Date | null;
  /** name and address were replaced because the person left and asked for it */
  pseudonymised_at: Generated<Date | null>;
  /** mail to the address came back; cleared when the address changes */
  bounced_at: Generated<Date | null>;
  /** when the person was told that they have an account */
  invited_at: Generated<Date | null>;
};

/** A new address waits here until the link that was sent to it is followed. */
export type AddressChangeTable = {
  change_id: string;
  account_id: string;
  address: string;
  /** set when the mail is sent */
  link_hash: Buffer | null;
  asked_at: Generated<Date>;
  expires_at: Date;
  used_at: Date | null;
};

export type MembershipTable = {
  membership_id: Generated<string>;
  account_id: string;
  role: "coordination" | "steering" | "analyst" | "lead" | "member";
  project_id: string | null;
};

import type { Generated } from "kysely";

export type MailTable = {
  mail_id: Generated<string>;
  /** says what the mail is for; unique, so that nobody is written to twice */
  mail_key: string;
  kind: "sign-in" | "receipt";
  account_id: string | null;
  subject_ids: Generated<Record<string, string>>;
  state: Generated<"queued" | "sending" | "sent" | "uncertain" | "failed" | "dropped">;
  queued_at: Generated<Date>;
  sent_at: Date | null;
};

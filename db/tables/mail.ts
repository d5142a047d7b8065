import type { Generated } from "kysely";

/** `changed-address` goes to the old address, `confirm-address` to the new one. */
export type MailKind =
  | "sign-in"
  | "receipt"
  | "welcome"
  | "confirm-address"
  | "changed-address"
  | "invitation"
  | "reminder"
  | "results"
  | "assignment"
  | "reopened"
  | "inquiry"
  | "inquiry-answer"
  | "exchange"
  | "mention";

export type MailTable = {
  mail_id: Generated<string>;
  /** says what the mail is for; unique, so that nobody is written to twice */
  mail_key: string;
  kind: MailKind;
  account_id: string | null;
  subject_ids: Generated<Record<string, string>>;
  state: Generated<"queued" | "sending" | "sent" | "uncertain" | "failed" | "dropped" | "bounced">;
  queued_at: Generated<Date>;
  sent_at: Date | null;
  /** of mails about a round; the invitation also says whom to write to where there is no account */
  round_id: Generated<string | null>;
  invitation_id: Generated<string | null>;
  message_id: Generated<string | null>;
  attempts: Generated<number>;
};

/** A template that the coordination changed; those that are not here are as the code has them. */
export type MailTemplateTable = {
  kind: string;
  locale: "de" | "en";
  subject: string;
  body: string;
  changed_by: string | null;
  changed_at: Generated<Date>;
};

/** How far a mailbox file with bounces has been read. */
export type BounceMarkTable = { file: string; read_bytes: number; read_at: Generated<Date> };

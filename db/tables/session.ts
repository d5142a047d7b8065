import type { Generated } from "kysely";

export type SessionTable = {
  /** SHA-256 of the cookie's value */
  token_hash: Buffer;
  /** names the session on the account page */
  session_id: Generated<string>;
  account_id: string;
  created_at: Generated<Date>;
  seen_at: Generated<Date>;
};

export type SignInTable = {
  sign_in_id: string;
  /** null for an address we do not know: the same row, so that both take the same time */
  account_id: string | null;
  browser_hash: Buffer;
  link_hash: Buffer | null;
  code_hash: Buffer | null;
  return_to: Generated<string>;
  asked_at: Generated<Date>;
  expires_at: Date;
  used_at: Date | null;
};

export type RateLimitTable = { bucket: string; key_hash: Buffer; window_start: Date; hits: Generated<number> };

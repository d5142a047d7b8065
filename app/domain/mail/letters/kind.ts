import type { Db, Tx } from "#db/client.server.ts";
import type { MailRow } from "#db/queries/mail.server.ts";
import type { Letter } from "../letter.ts";

/** What a writer knows of us. */
export type Desk = { origin: string; secret: string; now?: () => Date };

export type Written = { letter: Letter; unsubscribeUrl?: string | undefined };

/** A mail that may go: to whom, and how it is written. Writing happens in the transaction that marks it as leaving. */
export type Ready = { to: string; write: (tx: Tx) => Promise<Written> };

export type LetterKind = {
  /** somebody waits for it: it goes out anew, with a new token, where nobody knows whether it arrived */
  repeatable: boolean;
  /** Looks whether the mail's reason still stands; undefined: it is dropped. Asked twice, the second time just before sending. */
  prepare: (db: Db | Tx, desk: Desk, mail: MailRow) => Promise<Ready | undefined>;
};

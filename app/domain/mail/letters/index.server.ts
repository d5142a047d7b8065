import type { MailKind } from "#db/queries/mail.server.ts";
import { assignment } from "./assignment.server.ts";
import { changedAddress } from "./changed-address.server.ts";
import { confirmAddress } from "./confirm-address.server.ts";
import { exchange } from "./exchange.server.ts";
import { inquiry } from "./inquiry.server.ts";
import { inquiryAnswer } from "./inquiry-answer.server.ts";
import { invitation } from "./invitation.server.ts";
import type { LetterKind } from "./kind.ts";
import { mention } from "./mention.server.ts";
import { receipt } from "./receipt.server.ts";
import { reminder } from "./reminder.server.ts";
import { reopened } from "./reopened.server.ts";
import { results } from "./results.server.ts";
import { signIn } from "./sign-in.server.ts";
import { welcome } from "./welcome.server.ts";

/** Every kind of mail and its writer. */
const LETTERS: Record<MailKind, LetterKind> = {
  "sign-in": signIn,
  receipt,
  welcome,
  "confirm-address": confirmAddress,
  "changed-address": changedAddress,
  invitation,
  reminder,
  results,
  assignment,
  reopened,
  inquiry,
  "inquiry-answer": inquiryAnswer,
  exchange,
  mention,
};

export function letterKind(kind: MailKind): LetterKind {
  return LETTERS[kind];
}

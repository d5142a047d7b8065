import { createHmac } from "node:crypto";
import { hashToken, sameHash } from "../sign-in/secrets.server.ts";

export { hashToken } from "../sign-in/secrets.server.ts";

/**
 * The token of a person's own link: 32 bytes, base64url. Derived, so that it exists nowhere but in the mail that carries
 * it and in the address of who follows it; `invitation.token_hash` keeps its hash.
 */
export function invitationToken(secret: string, invitationId: string): string {
  return derived(secret, `invitation link ${invitationId}`);
}

/** The token of an open link: derived likewise, so that its sheet can be printed again. */
export function openLinkToken(secret: string, linkId: string): string {
  return derived(secret, `open link ${linkId}`);
}

/** What a browser keeps that followed a person's own link: it opens the questionnaire, and is not the link. */
export function guestKey(secret: string, invitationId: string): string {
  return derived(secret, `guest ${invitationId}`);
}

/** An id made for one start by an open link: clicking twice begins once, and nobody can name the id of another's start. */
export function startTicket(secret: string, linkId: string, invitationId: string): string {
  return `${invitationId}.${derived(secret, `start ${linkId} ${invitationId}`)}`;
}

/** The id in a ticket of this link, or undefined where it was not made here. */
export function readTicket(secret: string, linkId: string, ticket: string): string | undefined {
  const invitationId = ticket.split(".")[0] ?? "";
  return sameText(ticket, startTicket(secret, linkId, invitationId)) ? invitationId : undefined;
}

/** Compares in constant time. */
export function sameText(a: string, b: string): boolean {
  return sameHash(hashToken(a), hashToken(b));
}

function derived(secret: string, purpose: string): string {
  return createHmac("sha256", secret).update(purpose).digest("base64url");
}

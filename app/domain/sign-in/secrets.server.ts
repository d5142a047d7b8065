import { createHash, createHmac, randomBytes, randomInt, timingSafeEqual } from "node:crypto";

const CODE_DIGITS = 8;

/** 256 random bits, fit for a URL or a cookie. */
export function newToken(): string {
  return randomBytes(32).toString("base64url");
}

/** Eight digits, as they are typed. */
export function newCode(): string {
  return String(randomInt(10 ** CODE_DIGITS)).padStart(CODE_DIGITS, "0");
}

/** The digits of a code as people write it, or undefined when they are not eight. */
export function readCode(typed: string): string | undefined {
  const digits = typed.replaceAll(/[\s\p{Pd}.]/gu, "");
  return /^\d{8}$/.test(digits) ? digits : undefined;
}

/** A token has 256 bits: a plain hash of it says nothing. */
export function hashToken(token: string): Buffer {
  return createHash("sha256").update(token).digest();
}

/** A code has 27 bits, so its hash is keyed: a copy of the database alone does not help to guess it. */
export function hashCode(secret: string, signInId: string, code: string): Buffer {
  return createHmac("sha256", secret).update(`code ${signInId} ${code}`).digest();
}

/** Names an address, a network or an account in the counts of the limits without being any of them. */
export function limitKey(
  secret: string,
  kind: "address" | "network" | "account" | "invitation",
  value: string,
): Buffer {
  return createHmac("sha256", secret).update(`limit ${kind} ${value}`).digest();
}

/** Compares in constant time. */
export function sameHash(a: Buffer, b: Buffer): boolean {
  return a.length === b.length && timingSafeEqual(a, b);
}

/**
 * What the asking browser keeps as a cookie: a random part that binds link and code to it, and the keyed name of the
 * address, under which wrong codes are counted whether or not the address has an account. Only the hash of the whole is
 * stored, so neither part can be exchanged.
 */
export function newBrowserToken(addressKey: Buffer): string {
  return `${newToken()}.${addressKey.toString("base64url")}`;
}

/** The address part of a browser's cookie. */
export function addressKeyOf(browserToken: string): Buffer {
  return Buffer.from(browserToken.split(".")[1] ?? "", "base64url");
}

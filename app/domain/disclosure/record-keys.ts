import { keyedHash } from "./keyed-hash.ts";

const BYTES = 5;

/**
 * The record key of a response: a secret whole number below 2^40, fixed by the key of its round. Sums of record keys tell
 * sets of responses apart without naming anybody, so that the same set has the same noise wherever it is counted (the
 * cell-key method: Fraser & Wooton 2005, "A proposed method for confidentialising tabular output to protect against
 * differencing", UNECE/Eurostat work session on statistical data confidentiality).
 */
export function recordKey(key: Uint8Array, responseId: string): number {
  return keyedHash(key, ["record", responseId]).readUIntBE(0, BYTES);
}

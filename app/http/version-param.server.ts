import { numberOf } from "./params.server.ts";

/** The version asked for in the address (`?fassung=2`); undefined: the one that counts. Throws not-found for what is no number. */
export function versionOf(request: Request): number | undefined {
  const asked = new URL(request.url).searchParams.get("fassung");
  return asked === null ? undefined : numberOf(asked);
}

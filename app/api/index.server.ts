import { changes } from "./changes.server.ts";
import type { Endpoint } from "./endpoint.server.ts";
import { live } from "./live.server.ts";
import { presence } from "./presence.server.ts";
import { standing } from "./standing.server.ts";

/** Every address that is answered in front of the pages. */
export const endpoints: readonly Endpoint[] = [changes, standing, live, presence];

import type { Present } from "../../../domain/responses/read-response.server.ts";
import type { DrainState } from "./drain.ts";
import type { Heard } from "./listen.ts";
import type { Outcome, QueuedEdit } from "./replica.ts";

/** What windows tell each other. `flush` asks the one that leads to send now; it answers with the same number. */
export type Message =
  | { edits: QueuedEdit[] }
  | { kick: true }
  | { flush: string }
  | { flushed: string }
  | { taken: readonly QueuedEdit[] }
  | { outcomes: Outcome[]; at: string }
  | { refused: QueuedEdit }
  | { standing: Heard }
  | { people: Present[] }
  | { talk: true }
  | { state: DrainState };

import type { QueueOptions } from "pg-boss";

type QueueSetup = { name: string; options: QueueOptions & { deadLetter?: string } };

/**
 * The job queues. Jobs hold ids only; what they mean is read from the database when they run. A mail is tried for more
 * than half a day: after 5, 10, 20 … seconds, later every hour. A sender that hangs or was killed gives its job back after
 * a minute, longer than any attempt may take; where that was the last one, the mail is settled by `mail-given-up`. A
 * release is tried four times at most.
 */
export const QUEUES: readonly QueueSetup[] = [
  { name: "mail-given-up", options: { retryLimit: 20, retryBackoff: true, retryDelay: 5, retryDelayMax: 3600 } },
  {
    name: "mail",
    options: {
      retryLimit: 24,
      retryBackoff: true,
      retryDelay: 5,
      retryDelayMax: 3600,
      expireInSeconds: 60,
      deadLetter: "mail-given-up",
    },
  },
  // A process that makes a release says every few seconds that it lives; killed, another one begins anew.
  { name: "release-given-up", options: { retryLimit: 20, retryBackoff: true, retryDelay: 5, retryDelayMax: 3600 } },
  {
    name: "release",
    options: {
      retryLimit: 3,
      retryDelay: 5,
      expireInSeconds: 1800,
      heartbeatSeconds: 10,
      deadLetter: "release-given-up",
    },
  },
];

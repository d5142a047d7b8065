/** The job queues. Jobs hold ids only; what they mean is read from the database when they run. */
export const QUEUES = [{ name: "mail", options: { retryLimit: 8, retryBackoff: true, retryDelay: 5 } }] as const;

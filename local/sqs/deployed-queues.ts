const RETENTION_MS = 14 * 24 * 60 * 60_000;

/** The dead-letter queue of the deployment, as in `deploy/resources/`. */
export const DEAD_LETTERS = { name: 'dead.fifo', retentionMs: RETENTION_MS } as const;

/** The queue between the functions, as in `deploy/resources/`. */
export const NOTIFY_QUEUE = { name: 'notify.fifo', retentionMs: RETENTION_MS, visibilityTimeoutMs: 90_000 } as const;

/** Number of times a message is received before SQS gives it up. */
export const MAX_RECEIVE_COUNT = 1000;

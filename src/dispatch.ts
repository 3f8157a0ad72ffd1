import type { Outcome } from './delivery.js';
import type { Notification } from './notification.js';

/**
 * Brings notifications on their way by a deadline (milliseconds since 1970), posting or queueing them: one outcome each, in
 * their order. Never rejects.
 */
export type Dispatch = (notifications: readonly Notification[], deadlineMs: number) => Promise<readonly Outcome[]>;

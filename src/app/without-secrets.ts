import { createHash } from 'node:crypto';
import type { Mask } from '../base/known-secrets.js';
import type { Notification } from '../domain/notification.js';

/** Characters of the digest in the place of an id. */
const DIGEST_CHARACTERS = 32;

/**
 * Returns a notification whose id and names show no known secret: they are logged, answered and queued, and an unknown name is
 * told to a group. An id becomes a digest, as two that are masked alike would be one. Its content stays as it was written.
 */
export function withoutSecrets(notification: Notification, mask: Mask): Notification {
  const { id, robot, mentions } = notification;
  return {
    ...notification,
    id: mask(id) === id ? id : createHash('sha256').update(id).digest('hex').slice(0, DIGEST_CHARACTERS),
    robot: mask(robot),
    mentions: { ...mentions, people: mentions.people.map(mask) },
  };
}

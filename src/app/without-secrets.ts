import type { Mask } from '../base/known-secrets.js';
import { idDigest } from '../base/sha256.js';
import type { Notification } from '../domain/notification.js';

/**
 * Returns a notification whose id and names show no known secret: they are logged, answered and queued, and an unknown name is
 * told to a group. An id becomes a digest, as two that are masked alike would be one. Its content stays as it was written.
 */
export function withoutSecrets(notification: Notification, mask: Mask): Notification {
  const { id, robot, mentions } = notification;
  return {
    ...notification,
    id: mask(id) === id ? id : idDigest(id),
    robot: mask(robot),
    mentions: { ...mentions, people: mentions.people.map(mask) },
  };
}

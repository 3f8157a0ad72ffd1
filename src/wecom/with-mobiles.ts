import type { KeyRing } from '../key-ring.js';
import type { Notification } from '../notification.js';

/** Turns people into their mobiles; whom the secret does not hold stays a name, which is then shown. */
export async function withMobiles(notification: Notification, keys: Pick<KeyRing, 'mobileOf'>): Promise<Notification> {
  const { mentions } = notification;
  if (mentions.people.length === 0) return notification;
  const found = await Promise.all(
    mentions.people.map(async (person) => ({ person, mobile: await keys.mobileOf(person) })),
  );
  const mobiles = found.flatMap(({ mobile }) => mobile ?? []);
  const people = found.flatMap(({ person, mobile }) => (mobile === undefined ? person : []));
  return {
    ...notification,
    mentions: { ...mentions, people, mobiles: [...new Set([...mentions.mobiles, ...mobiles])] },
  };
}

import { maskMobile } from '../../src/base/mask-secrets.js';
import type { Mentions } from '../../src/domain/mentions.js';

/** Returns the people of a message in one text; `-` if there is nobody. Mobiles are masked: they are personal data. */
export function whoIsCalled({ all, people, mobiles, userIds }: Mentions): string {
  return [...people, ...mobiles.map(maskMobile), ...userIds, ...(all ? ['@all'] : [])].join(' ') || '-';
}

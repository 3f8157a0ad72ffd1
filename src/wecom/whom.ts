import { maskMobile } from '../mentions.js';
import type { Mentions } from '../notification.js';
import type { Words } from '../text/words.js';

/** For whom a message is, at the end of its line among others: `@王芳 @138****8000`. Empty where it mentions nobody. */
export function whomOf({ all, people, mobiles, userIds }: Mentions, words: Words): string {
  const names = [...people, ...mobiles.map(maskMobile), ...userIds, ...(all ? [words.phrase.everybody] : [])];
  return names.map((name) => `@${name}`).join(' ');
}

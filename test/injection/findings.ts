import { isConsoleHost } from '../../src/domain/console-hosts.js';
import type { Format } from '../../src/domain/format.js';
import { FORMS, TOKEN } from './attack.js';

const FAKES = FORMS.map((form) => form + TOKEN);
/** Forms that nothing may hold, wherever they stand: on a phone, any place in a long line may begin a row. */
const CIRCLED_FAKES = FAKES.filter((fake) => /^\p{Extended_Pictographic}/u.test(fake));

/** Returns the lines from outside that look like ours: they begin as ours do, or hold one of our first lines. */
export function fakedLines(content: string): readonly string[] {
  return content.split('\n').filter((line) => {
    // What nobody sees does not make a line look different, and neither does the mark of a list.
    const seen = line.replace(/[\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufeff]/g, '').replace(/^(- )?\s*/, '');
    return FAKES.some((fake) => seen.startsWith(fake)) || CIRCLED_FAKES.some((fake) => seen.includes(fake));
  });
}

/** Returns links whose text hides their host, and addresses whose host cannot be read. A `text` has no links with a text. */
export function hiddenHosts(content: string, format: Format): readonly string[] {
  const named =
    format === 'text'
      ? []
      : [...content.matchAll(/\[([^\]\n]*)\]\((https?:\/\/[^)\s]*)\)/g)].filter(([, text = '', url = '']) => {
          const { host, protocol } = new URL(url);
          return !text.includes(host) && !(protocol === 'https:' && isConsoleHost(host));
        });
  const bare = [...content.matchAll(/https?:\/\/([^\s/?#)]*)(\S*)/gi)].filter(
    ([, authority = '', rest = '']) =>
      /[^!-~]|@/.test(hostPart(authority)) || /[\u200b-\u200f\u202a-\u202e\u2060-\u206f]/.test(rest),
  );
  return [...named, ...bare].map(([found]) => found);
}

/** Chinese text and what follows it is no part of a host, and neither is what a name was cut to. */
function hostPart(authority: string): string {
  return authority.split(/[\u2026\u2e80-\u9fff\uff00-\uffef]/, 1).join();
}

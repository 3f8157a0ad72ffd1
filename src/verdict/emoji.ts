import type { Severity } from '../domain/severity.js';

/** Emoji by the severity that people mean with them at the beginning of a title. */
const EMOJI: readonly (readonly [severity: Severity, emoji: string])[] = [
  ['critical', '🚨 🔥 🆘 💥 💣 💀 🛑'],
  ['error', '❌ 🔴 ⛔ 🚫 ❗ 🟥 👎 ‼'],
  ['warning', '⚠ 🟠 🟡 🚧'],
  ['recovery', '✅ ✔ 🟢 🎉 💚 👍'],
];

/** Returns the severity that an emoji at the beginning of a text states, and the text without it; `undefined` if there is none. */
export function leadingEmoji(text: string): { readonly severity: Severity; readonly rest: string } | undefined {
  // Every one of them is above the letters that texts begin with.
  if (text.charCodeAt(0) < 0x2000) return undefined;
  for (const [severity, emoji] of EMOJI) {
    const found = emoji.split(' ').find((one) => text.startsWith(one));
    if (found !== undefined) return { severity, rest: text.slice(found.length).replace(/^\ufe0f?\s*/, '') };
  }
  return undefined;
}

/** Returns the state in a tag that begins with an emoji, `Down` in `[checkout] [🔴 Down] refused`, as programs write it. */
export function stateTag(text: string): string | undefined {
  const tags = text.slice(0, MAX_HEAD).matchAll(/\[([^[\]]{1,40})\]/g);
  return [...tags]
    .map(([, tag = '']) => leadingEmoji(tag)?.rest.trim())
    .find((rest) => rest !== undefined && rest !== '');
}

/** The part of a text in which a program says it, in characters from the start. */
const MAX_HEAD = 200;

/** Returns a text of at most so many whole characters; of a longer one its beginning, with `…` after it. */
export function shortened(text: string, maxCharacters: number): string {
  if (text.length <= maxCharacters) return text;
  // A character has at most two units: what follows these need not be split.
  const characters = Array.from(text.slice(0, 2 * (maxCharacters + 1)));
  return characters.length > maxCharacters ? `${characters.slice(0, maxCharacters).join('')}…` : text;
}

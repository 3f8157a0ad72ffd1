/** Returns true if a text is that of a row, in which each `…` stands for any text. */
export function fits(text: string, row: string): boolean {
  const [first = '', ...others] = row.split('…');
  if (!text.startsWith(first)) return false;
  let from = first.length;
  for (const part of others) {
    const at = text.indexOf(part, from);
    if (at < 0) return false;
    from = at + part.length;
  }
  return text.endsWith(others.at(-1) ?? first);
}

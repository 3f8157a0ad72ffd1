/** Returns a text without the unwanted characters at its end, in linear time: a pattern such as `/x+$/` takes quadratic time. */
export function withoutEnd(text: string, unwanted: string): string {
  let end = text.length;
  while (end > 0 && unwanted.includes(text.charAt(end - 1))) end--;
  return text.slice(0, end);
}

/** Decodes the `%E4%BA%A7` of a text. A text that is no such encoding is returned as it is. */
export function decodePercent(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text; // It is not encoded: its `%` is a percent sign.
  }
}

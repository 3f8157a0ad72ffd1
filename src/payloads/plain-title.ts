/** A title without a markdown heading's mark: it stands inside other lines, where the mark is noise. */
export function plainTitle(title: string): string {
  return title.replace(/^#+\s+(?=\S)/, '');
}

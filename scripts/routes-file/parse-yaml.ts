import { type Document, type LineCounter, parseDocument } from 'yaml';

/**
 * The tags left out, so that numbers stay text as written: nothing here is counted, and `007` or `13800138000` are
 * names.
 */
const NUMBERS = /:(int|float)$/;

/** Parses a routes.yml. Mistakes in its YAML are in the `errors` of the document. */
export function parseYaml(text: string, lineCounter: LineCounter): Document {
  return parseDocument(text, {
    lineCounter,
    uniqueKeys: true,
    customTags: (tags) => tags.filter((tag) => typeof tag === 'string' || !NUMBERS.test(tag.tag)),
  });
}

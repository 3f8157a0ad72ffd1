import { type Document, isMap, isNode, type LineCounter, type Node } from 'yaml';
import type { Path } from './mistake.js';

/** Returns the line of the value at a path, or of the innermost value on the way there that the file has. */
export function lineOf(path: Path, document: Document, lines: LineCounter): number {
  for (let length = path.length; length > 0; length--) {
    const way = path.slice(0, length);
    const node = keyNode(way, document) ?? document.getIn(way, true);
    if (isNode(node) && node.range) return lines.linePos(node.range[0]).line;
  }
  return 1;
}

/** Returns the key at the end of the path. The mistake is located at the key, not at its value. */
function keyNode(path: Path, document: Document): Node | undefined {
  const parent = path.length > 1 ? document.getIn(path.slice(0, -1), true) : document.contents;
  if (!isMap(parent)) return undefined;
  const pair = parent.items.find(
    ({ key }) => isNode(key) && 'value' in key && String(key.value) === String(path.at(-1)),
  );
  return isNode(pair?.key) ? pair.key : undefined;
}

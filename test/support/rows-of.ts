import type { Row } from '../../src/domain/content.js';
import { SEVERITY } from '../../src/text/severity.js';

/** Returns the rows of a rendered content, each as the group reads it. */
export function rowsOf({ rows = [] }: { readonly rows?: readonly Row[] | undefined }): readonly string[] {
  return rows.map(({ sign, text }) => {
    if (sign === undefined) return text;
    return `${sign === 'item' ? '·' : SEVERITY[sign].emoji} ${text}`;
  });
}

import { isSignedUrl, maskSecrets } from '../../base/mask-secrets.js';
import type { Rendered } from '../../renderers/renderer.js';

/** Returns what leaves a payload with the secrets in its texts masked, and without a link that opens something for whoever has it. */
export function masked(rendered: Rendered): Rendered {
  const { title, where, details, fields, rows, link } = rendered;
  return {
    ...rendered,
    ...maskedTexts({ title, where, details }),
    fields: fields.map((line) => line && { ...line, value: maskSecrets(line.value) }),
    rows: rows?.map((row) => ({ ...row, text: maskSecrets(row.text) })),
    link: link !== undefined && isSignedUrl(link) ? undefined : link,
  };
}

function maskedTexts<T extends Readonly<Record<string, string | undefined>>>(texts: T): T {
  return Object.fromEntries(Object.entries(texts).map(([name, text]) => [name, text && maskSecrets(text)])) as T;
}

import { createHash } from 'node:crypto';
import { once } from '../../base/once.js';
import { CONTROL_BUT_LINE_FEED, INVISIBLE, LONE_SURROGATE } from '../../text/code-points.js';
import type { Language } from '../../text/words.js';
import { STYLE } from './style.js';

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};
const UNSEEN = new RegExp(`[\\n${CONTROL_BUT_LINE_FEED}${INVISIBLE}${LONE_SURROGATE}]`, 'gu');

/** Markup that is ready to be shown: all that came from outside in it is escaped. */
export interface Html {
  readonly html: string;
}

/** Tags a template: texts in it are escaped, and what nobody sees is taken out of them; markup stays, lists are joined. */
export function html(parts: TemplateStringsArray, ...values: readonly (string | Html | readonly Html[])[]): Html {
  return { html: parts.map((part, index) => part + written(values[index] ?? '')).join('') };
}

function written(value: string | Html | readonly Html[]): string {
  if (typeof value === 'string') return value.replace(UNSEEN, ' ').replace(/[&<>"']/g, (sign) => ENTITIES[sign] ?? '');
  return 'html' in value ? value.html : value.map((one) => one.html).join('');
}

/** Returns a whole page. */
export function pageOf(title: string, language: Language, content: Html): string {
  const head = html`<meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1"><meta name="robots" content="noindex"><title>${title}</title><style>${{ html: STYLE }}</style>`;
  return `<!doctype html>${html`<html lang="${language}"><head>${head}</head><body><main>${content}</main></body></html>`.html}`;
}

const styleHash = once(() => createHash('sha256').update(STYLE).digest('base64'));

/** Returns the headers of every page: nothing runs in it, nothing is loaded, nobody keeps it, nobody learns its address. */
export function pageHeaders(): Readonly<Record<string, string>> {
  return {
    'content-type': 'text/html; charset=utf-8',
    'cache-control': 'no-store',
    'content-security-policy': `default-src 'none'; style-src 'sha256-${styleHash()}'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'`,
    'referrer-policy': 'no-referrer',
    'x-content-type-options': 'nosniff',
    'x-robots-tag': 'noindex',
  };
}

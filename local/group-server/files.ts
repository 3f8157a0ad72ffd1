import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import type { ServerResponse } from 'node:http';

const PAGE = new URL('../page/', import.meta.url);
/** The guide for what is not understood. */
const DOCS = new URL('../../docs/', import.meta.url);
/** The one library of the page. In the npm package it lies with the page's own files. */
const MARKED = ['../page/marked.js', '../../node_modules/marked/lib/marked.esm.js'].map(
  (path) => new URL(path, import.meta.url),
);

const TYPES: Readonly<Record<string, string>> = {
  html: 'text/html; charset=utf-8',
  js: 'text/javascript; charset=utf-8',
  css: 'text/css; charset=utf-8',
  svg: 'image/svg+xml',
  md: 'text/plain; charset=utf-8',
};

/** Returns the policy for what the page may load: its own files and pictures inside messages, and nothing else. */
function policyOf(html: string): string {
  const importMap = /<script type="importmap">([\s\S]*?)<\/script>/.exec(html)?.[1] ?? '';
  const hash = createHash('sha256').update(importMap).digest('base64');
  return [
    "default-src 'none'",
    `script-src 'self' 'sha256-${hash}'`,
    "style-src 'self'",
    "img-src 'self' data:",
    "connect-src 'self'",
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
    "require-trusted-types-for 'script'",
    "trusted-types 'none'",
  ].join('; ');
}

/** Returns the file behind a path of the page, or `undefined` if there is none. */
function fileOf(path: string): URL | undefined {
  if (path === '/' || /^\/messages\/\d{1,15}$/.test(path)) return new URL('index.html', PAGE);
  if (path === '/vendor/marked.js') return MARKED.find((url) => existsSync(url));
  const guide = /^\/docs\/(add-a-tool(?:\.zh-CN)?\.md)$/.exec(path)?.[1];
  if (guide !== undefined) return new URL(guide, DOCS);
  if (path === '/favicon.ico') return new URL('icon.svg', PAGE);
  const name = /^\/page\/([a-z-]+\.(?:js|css|svg))$/.exec(path)?.[1];
  return name === undefined ? undefined : new URL(name, PAGE);
}

/** Answers with a file of the page, read anew each time. Resolves to true if the path is one of the page's. */
export async function serveFile(path: string, response: ServerResponse): Promise<boolean> {
  const file = fileOf(path);
  if (file === undefined) return false;
  const text = await readFile(file, 'utf8').catch(() => undefined);
  if (text === undefined) {
    response.writeHead(404).end(); // The only possible failure: no file has this name.
    return true;
  }
  const type = TYPES[file.pathname.slice(file.pathname.lastIndexOf('.') + 1)] ?? 'text/plain';
  response.writeHead(200, {
    'content-type': type,
    'cache-control': 'no-store',
    'x-content-type-options': 'nosniff',
    'referrer-policy': 'no-referrer',
    ...(type.startsWith('text/html') && { 'content-security-policy': policyOf(text) }),
  });
  response.end(text);
  return true;
}

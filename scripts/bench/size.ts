import { readFile } from 'node:fs/promises';
import { gzipSync } from 'node:zlib';
import type { Figure } from './figure.js';
import type { Programs } from './programs.js';

const KILOBYTE = 1000;

/** Measures the bundle in bytes. */
export async function measureSize({ bundle, metafile }: Programs): Promise<readonly Figure[]> {
  const text = await readFile(bundle);
  const [output] = Object.values(metafile.outputs);
  const sdk = Object.entries(output?.inputs ?? {})
    .filter(([file]) => file.includes('node_modules/@'))
    .reduce((sum, [, { bytesInOutput }]) => sum + bytesInOutput, 0);
  const figure = (name: string, bytes: number, target: number, detail: string): Figure => ({
    name,
    value: bytes / KILOBYTE,
    target,
    unit: 'kB',
    detail,
  });
  return [
    figure('bundle, minified', text.length, 310, ''),
    figure('bundle, gzip', gzipSync(text, { level: 9 }).length, 98, ''),
    figure("of it AWS's two clients", sdk, 185, ''),
  ];
}

import { readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import type { Figure } from './figure.js';
import type { Programs } from './programs.js';

const KILOBYTE = 1000;

/** The files that are loaded until the first alarm is queued, and until the first text is posted. */
const LOADED = {
  notify: ['notify.mjs', 'words-zh-CN.mjs'],
  deliver: ['deliver.mjs', 'message-words-zh-CN.mjs'],
} as const;

/** Measures the function in bytes. */
export async function measureSize({ folder, metafiles }: Programs): Promise<readonly Figure[]> {
  const bytesOf = async (names: readonly string[]): Promise<number> => {
    const sizes = await Promise.all(names.map((name) => stat(join(folder, name))));
    return sizes.reduce((sum, { size }) => sum + size, 0);
  };
  const texts = await Promise.all(Object.keys(metafiles).map((name) => readFile(join(folder, name))));
  const figure = (name: string, bytes: number, target: number, detail = ''): Figure => ({
    ...{ name, value: bytes / KILOBYTE, target, unit: 'kB', detail },
  });
  return [
    figure('notify: bytes loaded until the first SNS alarm is queued', await bytesOf(LOADED.notify), 460),
    figure('deliver: bytes loaded until the first text is posted', await bytesOf(LOADED.deliver), 260),
    figure(
      'all files, each compressed',
      texts.reduce((sum, text) => sum + gzipSync(text, { level: 9 }).length, 0),
      750,
    ),
  ];
}

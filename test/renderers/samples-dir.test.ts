import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { objectAt, textAt } from '../../src/base/json.js';
import { InvalidInputError, UnrecognisedEventError } from '../../src/domain/errors.js';
import type { Draft } from '../../src/domain/notification.js';
import { MAX_CONTENT_BYTES } from '../../src/wecom/api/limits.js';
import { composed, FORMATS } from '../support/messages-of.js';
import { readSample } from '../support/render-sample.js';

const directory = process.env['SAMPLES_DIR'];
const files = directory ? (await readdir(directory)).filter((file) => file.endsWith('.json')).sort() : [];

/** What no person should have to read. */
const FAULTS: readonly (readonly [name: string, pattern: RegExp])[] = [
  ['what a program says where a value is missing', /\[object|\bundefined\b|\bnull\b|\bNaN\b|\bNone\b/],
  ['JSON', /\{"/],
  ['a time in UTC', /\d{4}-\d\d-\d\dT\d\d:\d\d/],
  ['a run of empty lines', /\n\s*\n\s*\n/],
];

/** What is wrong with a draft as a message of one format, if anything. */
function faultsOf(draft: Draft, format: (typeof FORMATS)[number]): readonly string[] {
  return composed(draft, 'zh-CN', format).flatMap((message) => {
    const content = textAt(objectAt(message, message.msgtype), 'content') ?? '';
    const tooLong = Buffer.byteLength(content) > MAX_CONTENT_BYTES[format] ? ['more bytes than WeCom takes'] : [];
    const unreadable = draft.kind === 'rendered' ? FAULTS.filter(([, pattern]) => pattern.test(content)) : [];
    return [...tooLong, ...unreadable.map(([name]) => name)].map((fault) => `${format}: ${fault} in ${content}`);
  });
}

/** The drafts of a file; none where it is refused with a clear reason, as what is no event at all may be. */
async function draftsIn(file: string): Promise<readonly Draft[]> {
  try {
    return (await readSample(JSON.parse(await readFile(join(directory ?? '', file), 'utf8')), 'zh-CN')).drafts;
  } catch (error) {
    if (error instanceof SyntaxError || error instanceof InvalidInputError || error instanceof UnrecognisedEventError)
      return [];
    throw error;
  }
}

describe.skipIf(files.length === 0)('the samples in SAMPLES_DIR (not set: skipped)', () => {
  test.each(files.length > 0 ? files : ['no file'])(
    '%s is a message that a person can read, or is refused',
    async (file) => {
      const drafts = await draftsIn(file);
      expect(drafts.filter(({ title }) => title.trim() === '')).toEqual([]);
      expect(drafts.flatMap((draft) => FORMATS.flatMap((format) => faultsOf(draft, format)))).toEqual([]);
    },
  );
});

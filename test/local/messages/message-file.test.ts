import { chmod, mkdir, mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { KeptMessage } from '../../../local/group/entry.js';
import { keepInFile, readMessageFile } from '../../../local/messages/message-file.js';
import { createMessageStore } from '../../../local/messages/message-store.js';
import { createFakeClock } from '../../support/fake-clock.js';

const MESSAGE: KeptMessage = {
  ...{ number: 5, robot: 'default', at: 1000 },
  message: { msgtype: 'text', text: { content: '磁盘快满了', mentioned_mobile_list: ['13800138000'] } },
  mentions: { all: false, mobiles: ['13800138000'], userIds: [] },
  wording: { language: 'zh-CN', format: 'text' },
  notifications: [{ id: 'a', severity: 'critical', title: '磁盘' }],
};

let folder: string;
let file: string;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'wecomrobot-messages-'));
  file = join(folder, 'deep', 'messages-8787.json');
});
afterEach(() => rm(folder, { recursive: true }));

const put = async (text: string): Promise<void> => {
  await mkdir(join(folder, 'deep'));
  await writeFile(file, text);
};

describe('keepInFile and readMessageFile', () => {
  it('what was shown is there after a restart, for its owner alone', async () => {
    const clock = createFakeClock();
    const failures: unknown[] = [];
    const store = createMessageStore();
    const kept = keepInFile(store, file, { clock, onFailed: (reason) => failures.push(reason) });
    store.add(MESSAGE);
    await kept.flush();
    expect(await readMessageFile(file)).toMatchObject({
      kind: 'read',
      state: { nextNumber: 6, messages: [MESSAGE] },
    });
    expect((await stat(file)).mode & 0o777).toBe(0o600);
    expect(await readdir(join(folder, 'deep'))).toEqual(['messages-8787.json']);
    expect(failures).toEqual([]);
  });

  it('many changes are one write, a moment later', async () => {
    const clock = createFakeClock();
    const store = createMessageStore();
    const kept = keepInFile(store, file, { clock, onFailed: () => {} });
    for (let number = 1; number <= 50; number++) store.add({ ...MESSAGE, number });
    expect(await readMessageFile(file)).toEqual({ kind: 'none' });
    await clock.advance(300);
    await kept.flush();
    expect(await readMessageFile(file)).toMatchObject({ kind: 'read', state: { nextNumber: 51 } });
  });

  it('a folder that cannot be written is told once', async () => {
    await writeFile(join(folder, 'deep'), 'a file in its place');
    const failures: unknown[] = [];
    const store = createMessageStore();
    const kept = keepInFile(store, file, { clock: createFakeClock(), onFailed: (reason) => failures.push(reason) });
    for (let time = 0; time < 2; time++) {
      store.add(MESSAGE);
      await kept.flush();
    }
    expect(failures).toEqual(['EEXIST']);
    expect(await readMessageFile(file)).toEqual({ kind: 'unusable', reason: 'ENOTDIR' });
  });

  it('once the folder can be written again, everything is', async () => {
    await writeFile(join(folder, 'deep'), 'a file in its place');
    const store = createMessageStore();
    const kept = keepInFile(store, file, { clock: createFakeClock(), onFailed: () => {} });
    store.add(MESSAGE);
    await kept.flush();
    await rm(join(folder, 'deep'));
    store.add({ ...MESSAGE, number: 6 });
    await kept.flush();
    expect(await readMessageFile(file)).toMatchObject({ kind: 'read', state: { nextNumber: 7 } });
    expect(await readdir(join(folder, 'deep'))).toEqual(['messages-8787.json']);
  });

  it('two programs with one file: what the first wrote stays, and the other is told once', async () => {
    const told: unknown[] = [];
    const keep = (number: number, stamp?: string) => {
      const store = createMessageStore();
      const onFailed = (reason: unknown) => told.push([number, reason]);
      const kept = keepInFile(store, file, { clock: createFakeClock(), onFailed, ...(stamp && { stamp }) });
      return async () => {
        store.add({ ...MESSAGE, number });
        await kept.flush();
      };
    };
    const [first, second] = [keep(1), keep(2)];
    for (const write of [first, second, second, first]) await write();
    const read = await readMessageFile(file);
    expect(read).toMatchObject({ kind: 'read', state: { messages: [{ number: 1 }] } });
    if (read.kind !== 'read') return;

    const [third, fourth] = [keep(3, read.stamp), keep(4, read.stamp)];
    for (const write of [third, fourth]) await write();
    expect(await readMessageFile(file)).toMatchObject({ kind: 'read', state: { messages: [{ number: 3 }] } });
    expect(told).toEqual([
      [2, undefined],
      [4, undefined],
    ]);
  });

  it.each([
    ['half a file', '{"version":1,"messages":[{"num'],
    ['no JSON', 'hello'],
    ['another version', '{"version":2,"messages":[]}'],
    ['a list', '[]'],
  ])('%s is set aside with all that is in it', async (_, text) => {
    await put(text);
    const read = await readMessageFile(file);
    expect(read).toMatchObject({ kind: 'set-aside', file: expect.stringMatching(/messages-8787\.json\.broken-\w+$/) });
    expect(await readFile(read.kind === 'set-aside' ? read.file : '', 'utf8')).toBe(text);
    expect(await readMessageFile(file)).toEqual({ kind: 'none' });
  });

  it('what is no message in it is left out', async () => {
    const wrong = [
      null,
      1,
      {},
      { ...MESSAGE, number: 0 },
      { ...MESSAGE, at: 1e300 },
      { ...MESSAGE, message: { a: 1 } },
    ];
    await put(JSON.stringify({ version: 1, nextNumber: 'x', messages: [...wrong, MESSAGE] }));
    expect(await readMessageFile(file)).toMatchObject({ kind: 'read', state: { nextNumber: 1, messages: [MESSAGE] } });
  });

  it('a file that may not be read stays where it is', async () => {
    await mkdir(file, { recursive: true });
    await chmod(folder, 0o700);
    expect(await readMessageFile(file)).toEqual({ kind: 'unusable', reason: 'EISDIR' });
    expect(await readdir(join(folder, 'deep'))).toEqual(['messages-8787.json']);
  });
});

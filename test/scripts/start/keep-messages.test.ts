import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { KeptMessage } from '../../../local/group/entry.js';
import { keepMessages } from '../../../scripts/start/keep-messages.js';
import { localSpeechOf } from '../../../src/text/local-speeches.js';

const PORT = 8787;
const speech = localSpeechOf('en');

function messageOf(number: number): KeptMessage {
  return {
    ...{ number, robot: 'default', at: 1000, notifications: [] },
    message: { msgtype: 'text', text: { content: `消息 ${number}` } },
    mentions: { all: false, mobiles: [], userIds: [] },
    wording: { language: 'zh-CN', format: 'text' },
  };
}

let folder: string;
let file: string;
let printed: string[];
let complaints: string[];

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'wecomrobot-keep-'));
  file = join(folder, `messages-${PORT}.json`);
  [printed, complaints] = [[], []];
});
afterEach(() => rm(folder, { recursive: true }));

/** Begins as a run with these options. */
function keep({ port = PORT, data = folder, ...options }: { port?: number; data?: string; isFresh?: boolean } = {}) {
  const terminal = {
    ...{ speech, env: {} },
    print: (line: string) => printed.push(line),
    complain: (line: string) => complaints.push(line),
  };
  return keepMessages(PORT, { port, data, isFresh: false, ...options }, terminal);
}

/** A run that shows a message and ends. */
async function runWith(number: number, options?: Parameters<typeof keep>[0]): Promise<void> {
  const { messages, flush } = await keep(options);
  messages.add(messageOf(number));
  await flush();
}

const numbersIn = ({ messages }: Awaited<ReturnType<typeof keep>>) => messages.all().map(({ number }) => number);

describe('keepMessages', () => {
  it('over a restart: the messages are there, and the terminal says how many and from where', async () => {
    await runWith(1);
    await runWith(2);
    const kept = await keep();
    expect([numbersIn(kept), kept.file, kept.messages.nextNumber()]).toEqual([[1, 2], file, 3]);
    expect(printed.at(-1)).toBe(`2 messages of an earlier run, from ${file}`);
    expect(complaints).toEqual([]);
  });

  it('--fresh: what was kept is gone, in the file too', async () => {
    await runWith(1);
    const kept = await keep({ isFresh: true });
    expect(numbersIn(kept)).toEqual([]);
    await kept.flush();
    expect(await readdir(folder)).toEqual([]);
  });

  it('any free port is a run without an earlier one: nothing is kept, unless a folder is given', async () => {
    const terminal = {
      speech,
      env: { XDG_STATE_HOME: folder, LOCALAPPDATA: folder },
      print: () => {},
      complain: () => {},
    };
    const kept = await keepMessages(PORT, { port: 0, isFresh: false }, terminal);
    kept.messages.add(messageOf(1));
    await kept.flush();
    expect([kept.file, await readdir(folder)]).toEqual([undefined, []]);
    await runWith(1, { port: 0 });
    expect(numbersIn(await keep({ port: 0 }))).toEqual([1]);
    expect(await readdir(folder)).toEqual(['messages-any-port.json']);
  });

  it.each([
    ['half-written', '{"version":1,"nextNumber":2,"messages":[{"num', 'cut off, or no JSON'],
    ['of another version', '{"version":2}', 'another version wrote them'],
  ])(
    'a file that is %s: it is set aside whole, the terminal says so, and the page keeps anew',
    async (_, text, why) => {
      await writeFile(file, text);
      await runWith(1);
      const aside = (await readdir(folder)).find((name) => name.includes('.broken-')) ?? '';
      expect(await readFile(join(folder, aside), 'utf8')).toBe(text);
      expect(complaints).toEqual([
        `The kept messages cannot be read (${why}). The file is set aside: ${join(folder, aside)}`,
      ]);
      expect(numbersIn(await keep())).toEqual([1]);
    },
  );

  it('a folder that is a file: the page works, and the terminal says once that nothing is kept', async () => {
    const data = join(folder, 'no-folder');
    await writeFile(data, '');
    const kept = await keep({ data });
    kept.messages.add(messageOf(1));
    await kept.flush();
    const inIt = join(data, `messages-${PORT}.json`);
    expect([numbersIn(kept), kept.file]).toEqual([[1], undefined]);
    expect(complaints).toEqual([`Messages are not kept, as ${inIt} cannot be written: ENOTDIR`]);
  });

  it('a file that can be read, but not written, as on a full disk: said once, and the old one stays', async () => {
    await runWith(1);
    const { messages, flush } = await keep();
    // A folder in the draft’s place cannot be foreseen: the folder itself gives way to a file.
    await rm(folder, { recursive: true });
    await writeFile(folder, '');
    for (const number of [2, 3]) {
      messages.add(messageOf(number));
      await flush();
    }
    expect(complaints).toEqual([`Messages are not kept, as ${file} cannot be written: EEXIST`]);
    await rm(folder);
    await mkdir(folder);
    messages.add(messageOf(4));
    await flush();
    expect(numbersIn(await keep())).toEqual([1, 2, 3, 4]);
  });

  it('two pages with one file: the messages of the first stay, and the other’s terminal says what to do', async () => {
    const [first, second] = [await keep({ port: 0 }), await keep({ port: 0 })];
    for (const [kept, number] of [
      [first, 1],
      [second, 1],
      [first, 2],
      [second, 2],
    ] as const) {
      kept.messages.add(messageOf(number));
      await kept.flush();
    }
    expect(complaints).toEqual([
      `Messages are not kept, as another page keeps its own in ${join(folder, 'messages-any-port.json')}: give one of them another --data or --port`,
    ]);
    expect(numbersIn(await keep({ port: 0 }))).toEqual([1, 2]);
  });
});

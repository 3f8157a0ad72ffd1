import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { keepInFile, readMessageFile } from '../../local/messages/message-file.js';
import { createMessageStore, type MessageStore } from '../../local/messages/message-store.js';
import { systemClock } from '../../src/base/clock.js';
import type { LocalSpeech } from '../../src/text/local-speech.js';
import { dataFolder } from './data-folder.js';
import type { LocalOptions } from './options.js';

/** The messages, and the means to have them written before the end. */
export interface KeptMessages {
  readonly messages: MessageStore;
  /** The file in which they are kept. Absent if they are not. */
  readonly file?: string;
  flush(): Promise<void>;
}

interface Terminal {
  readonly speech: LocalSpeech;
  readonly env: Readonly<Record<string, string | undefined>>;
  print(line: string): void;
  complain(line: string): void;
}

/**
 * Reads the messages of an earlier run on this port, and keeps those to come. Two pages at a time have two ports, and so two files. A
 * port that the system chooses has no earlier run: its messages are kept only in a folder that is given.
 */
export async function keepMessages(
  port: number,
  { port: wanted, data, isFresh }: Pick<LocalOptions, 'port' | 'data' | 'isFresh'>,
  { speech, env, print, complain }: Terminal,
): Promise<KeptMessages> {
  const notKept = { messages: createMessageStore(), flush: async () => {} };
  if (wanted === 0 && data === undefined) return notKept;
  const file = join(data ?? dataFolder(env), `messages-${wanted === 0 ? 'any-port' : port}.json`);
  if (isFresh) await rm(file, { force: true });
  const read = await readMessageFile(file);
  if (read.kind === 'unusable') {
    complain(speech.notKept(file, read.reason));
    return notKept;
  }
  if (read.kind === 'set-aside') complain(speech.setAside(read.file, read.reason));
  const messages = createMessageStore(read.kind === 'read' ? read.state : undefined);
  const count = messages.all().length;
  if (count > 0) print(speech.kept(count, file));
  const onFailed = (reason: string | undefined): void =>
    complain(reason === undefined ? speech.keptByAnother(file) : speech.notKept(file, reason));
  const stamp = read.kind === 'read' ? read.stamp : undefined;
  return { messages, file, ...keepInFile(messages, file, { clock: systemClock, onFailed, stamp }) };
}

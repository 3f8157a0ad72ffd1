import { randomUUID } from 'node:crypto';
import { mkdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import type { Clock } from '../../src/base/clock.js';
import { arrayAt, at, isObject, numberAt, objectAt, textAt } from '../../src/base/json.js';
import { SEVERITIES } from '../../src/domain/severity.js';
import type { KeptMessage } from '../group/entry.js';
import { mentionsIn } from '../wecom/shown-message.js';
import type { KeptState, MessageStore } from './message-store.js';

const VERSION = 1;
/** Time from a change to its being written, so that a storm is written a few times and not a hundred. Milliseconds. */
const WRITE_AFTER_MS = 300;

/** The result of reading a file: its messages, or the reason why it cannot be used. */
export type ReadFile =
  | { readonly kind: 'none' }
  | { readonly kind: 'read'; readonly state: KeptState; readonly stamp: FileStamp }
  /** It was renamed: it is cut off or no JSON, or another version wrote it. */
  | { readonly kind: 'set-aside'; readonly file: string; readonly reason: 'broken' | 'version' }
  | { readonly kind: 'unusable'; readonly reason: string };

/** The state of a file, which another write changes. `undefined`: there is no file. */
type FileStamp = string | undefined;

async function stampOf(file: string): Promise<FileStamp> {
  try {
    const { ino, mtimeMs, size } = await stat(file);
    return `${ino} ${mtimeMs} ${size}`;
  } catch (error) {
    if (textAt(error, 'code') === 'ENOENT') return undefined;
    throw error;
  }
}

/** Reads the messages of an earlier run. A file that is not one of ours is renamed, so that nothing in it is lost. Never rejects. */
export async function readMessageFile(file: string): Promise<ReadFile> {
  try {
    const stamp = await stampOf(file);
    if (stamp === undefined) return { kind: 'none' };
    const read = parseState(await readFile(file, 'utf8'));
    if (typeof read !== 'string') return { kind: 'read', state: read, stamp };
    const aside = `${file}.broken-${randomUUID().slice(0, 8)}`;
    await rename(file, aside);
    return { kind: 'set-aside', file: aside, reason: read };
  } catch (error) {
    // No permission, or a folder in its place: the page works without a file.
    return { kind: 'unusable', reason: reasonOf(error) };
  }
}

/** Returns the state in a text, or the reason why it holds none. */
function parseState(text: string): KeptState | 'broken' | 'version' {
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch {
    return 'broken'; // The terminal says so, and the page begins anew.
  }
  if (!isObject(json) || json['version'] !== VERSION) return 'version';
  const messages = arrayAt(json, 'messages').flatMap((entry) => messageIn(entry) ?? []);
  return { nextNumber: numberAt(json, 'nextNumber') ?? 1, messages: messages.sort((a, b) => a.number - b.number) };
}

function messageIn(entry: unknown): KeptMessage | undefined {
  const [number, time, robot] = [numberAt(entry, 'number'), numberAt(entry, 'at'), at(entry, 'robot')];
  const message = objectAt(entry, 'message');
  if (!Number.isSafeInteger(number) || number === undefined || number < 1) return undefined;
  if (time === undefined || Math.abs(time) > 8.64e15 || typeof robot !== 'string') return undefined;
  if (typeof message['msgtype'] !== 'string') return undefined;
  const wording = {
    language: textAt(entry, 'wording', 'language') ?? '',
    format: textAt(entry, 'wording', 'format') ?? '',
  };
  const notifications = arrayAt(entry, 'notifications').map((one) => {
    const severity = SEVERITIES.find((known) => known === at(one, 'severity'));
    const title = textAt(one, 'title');
    return { id: textAt(one, 'id') ?? '', ...(severity && { severity }), ...(title && { title }) };
  });
  return { number, robot, at: time, message, mentions: mentionsIn(message), wording, notifications };
}

/** The file in which a store is kept. */
export interface MessageFile {
  /** Resolves once everything is written that has changed so far. Never rejects. */
  flush(): Promise<void>;
}

/** Another program has written the file since we did. */
class SharedFileError extends Error {
  override readonly name = 'SharedFileError';
}

/** The means to keep a store in a file. */
interface Keeping {
  readonly clock: Pick<Clock, 'after'>;
  /** The file as it was read. Default: there was none. */
  readonly stamp?: FileStamp;
  /**
   * Called once with the reason if it cannot be written, or with `undefined` if another program keeps its messages there, which stay.
   * Later changes are tried all the same.
   */
  readonly onFailed: (reason: string | undefined) => void;
}

/** Keeps a store in a file, which only its owner may read: as a whole, and in place in one step, so that a crash leaves the old one. */
export function keepInFile(store: MessageStore, file: string, { clock, onFailed, stamp }: Keeping): MessageFile {
  let ours = stamp;
  const draft = `${file}.${randomUUID().slice(0, 8)}`;
  let cancel: (() => void) | undefined;
  let writing: Promise<void> = Promise.resolve();
  let hasFailed = false;

  const write = async (): Promise<void> => {
    const state = { version: VERSION, nextNumber: store.nextNumber(), messages: store.all() };
    await mkdir(dirname(file), { recursive: true, mode: 0o700 });
    const there = await stampOf(file);
    if (there !== undefined && there !== ours)
      throw new SharedFileError(`Cannot keep the messages as another program keeps its own: current value is ${file}`);
    await writeFile(draft, JSON.stringify(state), { mode: 0o600 });
    await rename(draft, file);
    ours = await stampOf(file);
  };
  const fail = async (error: unknown): Promise<void> => {
    if (!hasFailed) onFailed(error instanceof SharedFileError ? undefined : reasonOf(error));
    hasFailed = true;
    // If even that fails, there is no draft, and the reason has been told.
    await rm(draft, { force: true }).catch(() => {});
  };
  const writeNow = (): Promise<void> => {
    cancel?.();
    cancel = undefined;
    writing = writing.then(write).catch(fail);
    return writing;
  };
  store.onChange(() => {
    cancel ??= clock.after(WRITE_AFTER_MS, () => void writeNow());
  });
  return { flush: () => (cancel ? writeNow() : writing) };
}

function reasonOf(error: unknown): string {
  return textAt(error, 'code') ?? (error instanceof Error ? error.message : String(error));
}

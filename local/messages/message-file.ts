import { randomUUID } from 'node:crypto';
import { mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import type { Clock } from '../../src/base/clock.js';
import { arrayAt, at, isObject, numberAt, objectAt, textAt } from '../../src/base/json.js';
import { SEVERITIES } from '../../src/domain/notification.js';
import type { KeptMessage } from '../group/entry.js';
import { mentionsIn } from '../wecom/shown-message.js';
import type { KeptState, MessageStore } from './message-store.js';

const VERSION = 1;
/** Time from a change to its being written, so that a storm is written a few times and not a hundred. Milliseconds. */
const WRITE_AFTER_MS = 300;

/** The result of reading a file: its messages, or the reason why it cannot be used. */
export type ReadFile =
  | { readonly kind: 'none' }
  | { readonly kind: 'read'; readonly state: KeptState }
  /** It was renamed. */
  | { readonly kind: 'set-aside'; readonly file: string; readonly reason: string }
  | { readonly kind: 'unusable'; readonly reason: string };

/** Reads the messages of an earlier run. A file that is not one of ours is renamed, so that nothing in it is lost. Never rejects. */
export async function readMessageFile(file: string): Promise<ReadFile> {
  try {
    const text = await readFile(file, 'utf8').catch((error: unknown) => {
      if (textAt(error, 'code') === 'ENOENT') return undefined;
      throw error;
    });
    if (text === undefined) return { kind: 'none' };
    const read = parseState(text);
    if (typeof read !== 'string') return { kind: 'read', state: read };
    const aside = `${file}.broken-${randomUUID().slice(0, 8)}`;
    await rename(file, aside);
    return { kind: 'set-aside', file: aside, reason: read };
  } catch (error) {
    // No permission, or a folder in its place: the page works without a file.
    return { kind: 'unusable', reason: reasonOf(error) };
  }
}

/** Returns the state in a text, or the reason why it holds none. */
function parseState(text: string): KeptState | string {
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch (error) {
    return reasonOf(error); // The page says so, and begins anew.
  }
  if (!isObject(json) || json['version'] !== VERSION) return `version is not ${VERSION}`;
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

/**
 * Keeps a store in a file, which only its owner may read: as a whole, and in place in one step, so that a crash leaves the old one.
 * @param onFailed called once with the reason if it cannot be written. Later changes are tried all the same.
 */
export function keepInFile(
  store: MessageStore,
  file: string,
  { clock, onFailed }: { readonly clock: Pick<Clock, 'after'>; readonly onFailed: (reason: string) => void },
): MessageFile {
  const draft = `${file}.${randomUUID().slice(0, 8)}`;
  let cancel: (() => void) | undefined;
  let writing: Promise<void> = Promise.resolve();
  let hasFailed = false;

  const write = async (): Promise<void> => {
    const state = { version: VERSION, nextNumber: store.nextNumber(), messages: store.all() };
    await mkdir(dirname(file), { recursive: true, mode: 0o700 });
    await writeFile(draft, JSON.stringify(state), { mode: 0o600 });
    await rename(draft, file);
  };
  const fail = async (error: unknown): Promise<void> => {
    if (!hasFailed) onFailed(reasonOf(error));
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

import { createHash } from 'node:crypto';
import type { HeldMessage, HeldQueue } from './held-queue.js';

export interface ReplayOptions {
  readonly queue: HeldQueue;
  /** Hands a message over. Rejects if it was not accepted: it then stays in place. */
  readonly handOver: (message: HeldMessage) => Promise<void>;
  /**
   * Only messages dead-lettered for this: `wecom:93000` or the bare number, `http:404`, `robot-missing`, an error's
   * name. Default: all.
   */
  readonly code?: string | undefined;
  /** True if nothing is handed over and nothing moves. */
  readonly dryRun?: boolean;
  /** Describes a message to a person in one line. */
  readonly describe: (message: HeldMessage) => string;
  readonly print: (line: string) => void;
}

/** Numbers of messages that were handed over, and that could not be. */
export interface Replayed {
  readonly replayed: number;
  readonly failed: number;
}

/** The progress of one run. */
interface Run {
  readonly total: number;
  replayed: number;
  failed: number;
  /** Ids of messages that stay: they have another code, or came back. */
  readonly kept: Set<string>;
  /** FIFO groups, or single messages, that could not proceed. */
  readonly stuck: Set<string>;
  /** Digests of the messages handed over: one that comes back was refused again. */
  readonly handedOver: Set<string>;
}

/**
 * Hands over the messages of a queue, oldest first, and deletes those that were accepted. One that is not accepted
 * stays, and so do the later ones of its FIFO group, which may not overtake it. One that is refused again in the
 * meantime stays too. In a FIFO queue no message can be skipped: those that `code` leaves out move to the end of their
 * group.
 */
export async function replayQueue(options: ReplayOptions): Promise<Replayed> {
  const { queue, dryRun, describe, print } = options;
  const total = await queue.count();
  const run: Run = { total, replayed: 0, failed: 0, kept: new Set(), stuck: new Set(), handedOver: new Set() };
  print(`About ${total} messages`);
  for (;;) {
    const held = await queue.take();
    const left: HeldMessage[] = [];
    for (const message of held) {
      if (dryRun) print(`would replay ${describe(message)}`);
      const isGone = !dryRun && (await replayOne(options, message, run));
      if (!isGone) left.push(message);
    }
    await queue.release(left);
    if (left.length === held.length) return { replayed: run.replayed, failed: run.failed };
  }
}

const lineOf = ({ groupId, id }: HeldMessage): string => groupId ?? id;
const digestOf = ({ body }: HeldMessage): string => createHash('sha256').update(body).digest('base64');
const stays = (message: HeldMessage, { kept, stuck }: Run): boolean =>
  kept.has(message.id) || stuck.has(lineOf(message));

/** Completes a bare number as WeCom's errcode: people type it so, and earlier versions stored it so. */
const wholeCode = (code = ''): string => (/^-?\d+$/.test(code) ? `wecom:${code}` : code);

/** Replays one message. Resolves to true if it is gone from its place. */
async function replayOne(options: ReplayOptions, message: HeldMessage, run: Run): Promise<boolean> {
  const { queue, handOver, code, describe, print } = options;
  if (stays(message, run)) return false;
  if (code !== undefined && wholeCode(message.attributes['code']) !== wholeCode(code)) {
    run.kept.add(await queue.putLast(message));
    return true;
  }
  const digest = digestOf(message);
  if (run.handedOver.has(digest)) {
    run.failed += 1;
    run.kept.add(message.id);
    print(`refused again: ${describe(message)}`);
    return false;
  }
  try {
    await handOver(message);
    run.handedOver.add(digest);
    await queue.remove(message);
    run.replayed += 1;
    print(`${run.replayed}/${run.total} ${describe(message)}`);
    return true;
  } catch (error) {
    // The run continues with others: one unreadable message must not hold up the rest.
    run.failed += 1;
    run.stuck.add(lineOf(message));
    print(`not replayed: ${describe(message)}: ${error instanceof Error ? error.message : String(error)}`);
    return false;
  }
}

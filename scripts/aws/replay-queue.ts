import { createHash } from 'node:crypto';
import type { HeldMessage, HeldQueue } from './held-queue.js';

export interface ReplayOptions {
  readonly queue: HeldQueue;
  /** Hands a message over. Rejects where it was not taken: it then stays where it is. */
  readonly handOver: (message: HeldMessage) => Promise<void>;
  /** Only messages parked for this: `wecom:93000` or the bare number, `http:404`, `robot-missing`, an error's name. Default all. */
  readonly code?: string | undefined;
  /** Nothing is handed over and nothing moves. */
  readonly dryRun?: boolean;
  /** What a person knows a message by, in one line. */
  readonly describe: (message: HeldMessage) => string;
  readonly print: (line: string) => void;
}

/** How many messages were handed over, and how many could not be. */
export interface Replayed {
  readonly replayed: number;
  readonly failed: number;
}

/** What one run has come to so far. */
interface Run {
  readonly total: number;
  replayed: number;
  failed: number;
  /** Ids of messages that stay: of another code, or back again. */
  readonly kept: Set<string>;
  /** FIFO groups, or single messages, that could not go on. */
  readonly stuck: Set<string>;
  /** Digests of what was handed over: the same message again was refused again. */
  readonly handedOver: Set<string>;
}

/**
 * Hands over what a queue holds, oldest first, and removes what was taken. What is not taken stays, and so do the later ones of
 * its FIFO group, which may not overtake it; what is refused again meanwhile stays too. In a FIFO queue nothing can be passed
 * over: what `code` leaves out moves to the end of its group.
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

/** A bare number is WeCom's: people give it so, and earlier versions kept it so. */
const wholeCode = (code = ''): string => (/^-?\d+$/.test(code) ? `wecom:${code}` : code);

/** Whether it is gone from where it was. */
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
    // The run goes on with others: one that nothing can read must not keep the rest.
    run.failed += 1;
    run.stuck.add(lineOf(message));
    print(`not replayed: ${describe(message)}: ${error instanceof Error ? error.message : String(error)}`);
    return false;
  }
}

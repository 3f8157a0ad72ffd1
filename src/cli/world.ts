import type { Clock } from '../base/clock.js';
import type { Transport } from '../wecom/post/transport.js';

/** What the command needs of global `fetch`. */
export type Fetch = (
  url: string,
  request: {
    readonly method: string;
    readonly headers: Readonly<Record<string, string>>;
    readonly body: string;
    readonly redirect: 'error';
    readonly signal: AbortSignal;
  },
) => Promise<{ readonly status: number; text(): Promise<string> }>;

/** What is around the command. */
export interface World {
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly clock: Clock;
  /** The whole standard input, or `undefined` where it is a terminal. */
  readInput(): Promise<string | undefined>;
  /** The way to a door. */
  readonly fetch: Fetch;
  /** The way to WeCom. Default HTTPS. */
  readonly transport?: Pick<Transport, 'post'>;
  /** A line for standard output. */
  print(line: string): void;
  /** A line for standard error. */
  complain(line: string): void;
}

/** What the command came to: its last line, and the exit code. */
export interface CommandResult {
  readonly line: string;
  readonly exitCode: number;
}

/** What scripts act on. @see usage.ts */
export const EXIT_CODES = { delivered: 0, queued: 0, refused: 1, invalid: 2, unavailable: 3, unconfirmed: 3 } as const;

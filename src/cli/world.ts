import type { Clock } from '../base/clock.js';
import type { Transport } from '../wecom/post/transport.js';
import type { Terminal } from './terminal.js';

/** The part of global `fetch` that the command needs. */
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

/** The command's surroundings. */
export interface World extends Terminal {
  readonly clock: Clock;
  /** Resolves to the whole standard input, or to `undefined` if it is a terminal. */
  readInput(): Promise<string | undefined>;
  /** The connection to a door. */
  readonly fetch: Fetch;
  /** The connection to WeCom. Default: HTTPS. */
  readonly transport?: Pick<Transport, 'post'>;
  /** Resolves to the version of the package. */
  version(): Promise<string>;
  /** Writes a line to standard output. */
  print(line: string): void;
  /** Writes a line to standard error. */
  complain(line: string): void;
}

/** The command's result: its last line and its exit code. */
export interface CommandResult {
  readonly line: string;
  readonly exitCode: number;
}

/** The exit codes that scripts rely on. @see usage.ts */
export const EXIT_CODES = { delivered: 0, queued: 0, refused: 1, invalid: 2, unavailable: 3, unconfirmed: 3 } as const;

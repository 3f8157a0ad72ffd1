import type { Clock } from '../../src/base/clock.js';
import { run } from '../../src/cli/run.js';
import type { Fetch, World } from '../../src/cli/world.js';
import type { PostResult } from '../../src/wecom/post/transport.js';
import { createFakeClock } from '../support/fake-clock.js';

/** A door that nobody stands behind. */
export const URL = 'https://robot.example.com/push';

/** What is around a command that a test types. */
export interface Run {
  readonly clock?: Clock;
  readonly env?: Readonly<Record<string, string>>;
  readonly input?: string | undefined;
  readonly fetch?: Fetch;
  readonly wecom?: PostResult;
}

/** Runs the command in a world without network. */
export async function type(
  argv: readonly string[],
  { env = {}, input, fetch = unreachable, wecom, clock = createFakeClock() }: Run = {},
) {
  const printed: string[] = [];
  const complained: string[] = [];
  const world: World = {
    env,
    clock,
    readInput: async () => input,
    fetch,
    transport: {
      post: async () => {
        if (!wecom) throw new Error('nothing is to be posted');
        return wecom;
      },
    },
    version: async () => '1.2.3',
    print: (line) => printed.push(line),
    complain: (line) => complained.push(line),
  };
  const exitCode = await run(argv, world);
  return { exitCode, printed, complained };
}

const unreachable: Fetch = () => Promise.reject(new Error('nothing is to be fetched'));

import { InvalidInputError } from '../domain/errors.js';
import { splitMentions } from '../domain/split-mentions.js';
import { printLine } from '../library/print-line.js';
import { createRobot } from '../library/robot.js';
import { speechOf } from '../text/speeches.js';
import type { Language } from '../text/words.js';
import { DEFAULT_BASE_URL } from '../wecom/api/base-url.js';
import type { Transport } from '../wecom/post/transport.js';
import type { PushArguments } from './arguments.js';
import { asTyped } from './as-typed.js';
import { type CommandResult, EXIT_CODES, type World } from './world.js';

/** Replaces the key if nothing is sent. */
const NO_KEY = 'dry-run-without-key';

/** Pushes straight to WeCom, with the key from the environment or from a secret. */
export async function pushByRobot(
  given: PushArguments,
  message: string,
  world: World,
  language: Language,
): Promise<CommandResult> {
  const speech = speechOf(language);
  const { accessKey, people } = await findKey(given, world);
  const transport = given.dryRun ? showing(world) : world.transport;
  const robot = createRobot({
    accessKey,
    language,
    format: given.markdown ? 'markdown' : 'text',
    baseUrl: world.env['WECOM_BASE_URL'] || DEFAULT_BASE_URL,
    clock: world.clock,
    ...(given.timeoutMs !== undefined && { timeoutMs: given.timeoutMs }),
    ...(transport && { transport }),
  });
  const names = given.at.flatMap(splitMentions);
  const atMobiles = names.map((name) => people.get(name) ?? name);
  const result = await robot.push(message, { isAtAll: given.atAll, atMobiles });
  const isShownOnly = given.dryRun && result.status === 'delivered';
  const said = result.status === 'invalid' ? { ...result, ...asTyped(result) } : result;
  return { line: isShownOnly ? speech.print.dryRun : printLine(said, speech), exitCode: EXIT_CODES[result.status] };
}

const NOBODY: ReadonlyMap<string, string> = new Map();

async function findKey(given: PushArguments, { env }: World) {
  if (given.secretId !== undefined) {
    // Loading AWS's client takes time: only a caller who asks for it waits.
    const { readRobotOfSecret } = await import('./read-robot-of-secret.js');
    return readRobotOfSecret(given.secretId, given.robot, env);
  }
  const accessKey = env['WECOM_ROBOT_KEY']?.trim() || (given.dryRun ? NO_KEY : '');
  if (accessKey) return { accessKey, people: NOBODY };
  throw new InvalidInputError(
    'WECOM_ROBOT_KEY',
    'Cannot push as there is no key: set WECOM_ROBOT_KEY, or see --help for other ways',
    { violation: { kind: 'noKey' } },
  );
}

/** Creates a transport that shows each message instead of posting it. */
function showing(world: World): Pick<Transport, 'post'> {
  return {
    post: async (_key, json) => {
      world.print(json);
      return { kind: 'reply', httpStatus: 200, body: '{"errcode":0,"errmsg":"dry run"}' };
    },
  };
}

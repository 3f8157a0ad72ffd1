import { ConfigError, InvalidInputError, SecretUnavailableError } from '../domain/errors.js';
import { zhCN } from '../text/zh-CN/zh-CN.js';
import { type PushArguments, readArguments } from './arguments.js';
import { pushByRobot } from './push-by-robot.js';
import { pushThroughDoor } from './push-through-door.js';
import { USAGE } from './usage.js';
import { type CommandResult, EXIT_CODES, type World } from './world.js';

/** Runs the command: reports the result in one line and resolves to the exit code. Never rejects. */
export async function run(argv: readonly string[], world: World): Promise<number> {
  try {
    const given = readArguments(argv);
    if (given.kind === 'help') {
      world.print(USAGE);
      return 0;
    }
    return end(await push(given, world), world);
  } catch (error) {
    return end(endingOf(error), world);
  }
}

async function push(given: PushArguments, world: World): Promise<CommandResult> {
  const message = given.message ?? (await world.readInput())?.replace(/(\r?\n)+$/, '');
  if (message === undefined) throw new InvalidInputError('MESSAGE', 'Cannot push as there is no message: see --help');
  return given.url === undefined
    ? pushByRobot(given, message, world)
    : pushThroughDoor(given.url, given, message, world);
}

function end({ line, exitCode }: CommandResult, world: World): number {
  if (exitCode === 0) world.print(line);
  else world.complain(line);
  return exitCode;
}

function endingOf(error: unknown): CommandResult {
  if (error instanceof InvalidInputError) {
    return { line: zhCN.print.invalid(error.field, error.message), exitCode: EXIT_CODES.invalid };
  }
  if (error instanceof ConfigError) return { line: zhCN.print.refused(error.message), exitCode: EXIT_CODES.invalid };
  if (error instanceof SecretUnavailableError) {
    return { line: zhCN.print.exception(error.message), exitCode: EXIT_CODES.unavailable };
  }
  // A bug of ours: its message could hold anything, its name cannot.
  const name = error instanceof Error ? error.name : 'unknown error';
  return { line: zhCN.print.exception(name), exitCode: EXIT_CODES.unconfirmed };
}

import { withoutEnd } from '../base/without-end.js';
import { ConfigError, InvalidInputError, SecretUnavailableError } from '../domain/errors.js';
import { explain, speechOf } from '../text/speeches.js';
import type { Language } from '../text/words.js';
import { type PushArguments, readArguments } from './arguments.js';
import { asTyped } from './as-typed.js';
import { languageOf } from './language.js';
import { pushByRobot } from './push-by-robot.js';
import { pushThroughDoor } from './push-through-door.js';
import { type CommandResult, EXIT_CODES, type World } from './world.js';

/** Runs the command: reports the result in one line and resolves to the exit code. Never rejects. */
export async function run(argv: readonly string[], world: World): Promise<number> {
  const language = languageOf(argv, world);
  if (argv.length === 0) {
    world.complain(speechOf(language).usage);
    return EXIT_CODES.invalid;
  }
  try {
    const given = readArguments(argv);
    if (given.kind === 'help') {
      world.print(speechOf(language).usage);
      return 0;
    }
    if (given.kind === 'version') {
      world.print(await world.version());
      return 0;
    }
    return end(await push(given, world, language), world);
  } catch (error) {
    return end(endingOf(error, language), world);
  }
}

async function readInput(world: World): Promise<string | undefined> {
  const input = await world.readInput();
  return input === undefined ? undefined : withoutEnd(input, '\r\n');
}

async function push(given: PushArguments, world: World, language: Language): Promise<CommandResult> {
  const message = given.message ?? (await readInput(world));
  if (message === undefined) {
    throw new InvalidInputError('MESSAGE', 'Cannot push as there is no message: see --help', {
      violation: { kind: 'noMessage' },
    });
  }
  return given.url === undefined
    ? pushByRobot(given, message, world, language)
    : pushThroughDoor(given.url, given, message, world, language);
}

function end({ line, exitCode }: CommandResult, world: World): number {
  if (exitCode === 0) world.print(line);
  else world.complain(line);
  return exitCode;
}

function endingOf(error: unknown, language: Language): CommandResult {
  const { print, unknownError } = speechOf(language);
  if (error instanceof InvalidInputError) {
    const { field, reason } = asTyped({ field: error.field, reason: explain(error, language) });
    return { line: print.invalid(field, reason), exitCode: EXIT_CODES.invalid };
  }
  if (error instanceof ConfigError) {
    return { line: print.refused(explain(error, language)), exitCode: EXIT_CODES.invalid };
  }
  if (error instanceof SecretUnavailableError) {
    return { line: print.exception(explain(error, language)), exitCode: EXIT_CODES.unavailable };
  }
  // A bug of ours: its message could hold anything, its name cannot.
  const name = error instanceof Error ? error.name : unknownError;
  return { line: print.exception(name), exitCode: EXIT_CODES.unconfirmed };
}

import { parseArgs } from 'node:util';
import { nameOrLength, quotedIn } from '../base/quote.js';
import { InvalidInputError } from '../domain/errors.js';
import type { Violation } from '../domain/violation.js';
import { readLanguage } from '../library/read-language.js';
import { readTimeout } from '../library/read-timeout.js';

/** The arguments of `wecomrobot push`, as typed. */
export interface PushArguments extends Way {
  readonly kind: 'push';
  /** Read from standard input if absent. */
  readonly message?: string;
  readonly at: readonly string[];
  readonly atAll: boolean;
  readonly markdown: boolean;
  readonly dryRun: boolean;
  /** Limit for the push, milliseconds. */
  readonly timeoutMs?: number;
}

/** The place of the key: the environment, unless a secret or a door is given. */
interface Way {
  /** The name of one of the secret's or the door's robots. */
  readonly robot?: string;
  readonly secretId?: string;
  readonly url?: string;
}

const OPTIONS = {
  at: { type: 'string', multiple: true },
  'at-all': { type: 'boolean' },
  'dry-run': { type: 'boolean' },
  help: { type: 'boolean', short: 'h' },
  language: { type: 'string' },
  markdown: { type: 'boolean' },
  robot: { type: 'string' },
  'secret-id': { type: 'string' },
  'timeout-ms': { type: 'string' },
  url: { type: 'string' },
  version: { type: 'boolean', short: 'v' },
} as const;

/**
 * Reads the command line.
 * @throws {InvalidInputError} If it is wrong. Names the problem and never repeats a value, which may be a key.
 */
export function readArguments(
  argv: readonly string[],
): PushArguments | { readonly kind: 'help' } | { readonly kind: 'version' } {
  const { values, positionals } = parsed(argv);
  const [command, message, ...more] = positionals;
  if (values.help || command === 'help') return { kind: 'help' };
  if (values.version) return { kind: 'version' };
  if (values.language !== undefined) readLanguage(values.language, '--language');
  if (command !== 'push')
    throw badUse('command', 'the command must be push, local, template or routes, see --help', { kind: 'command' });
  if (more.length > 0) throw badUse('MESSAGE', 'MESSAGE is one argument: put quotes around it', { kind: 'messages' });
  const timeout = values['timeout-ms'];
  return {
    kind: 'push',
    ...(message !== undefined && message !== '-' && { message }),
    at: values.at ?? [],
    atAll: values['at-all'] ?? false,
    markdown: values.markdown ?? false,
    dryRun: values['dry-run'] ?? false,
    ...(timeout !== undefined && {
      timeoutMs: readTimeout(/^\s*\d+\s*$/.test(timeout) ? Number(timeout) : timeout, '--timeout-ms'),
    }),
    ...wayOf(values),
  };
}

/** Returns the place of the key, and the robot's name if one is given. */
function wayOf({ robot, url, 'secret-id': secretId }: ReturnType<typeof parsed>['values']): Way {
  if (secretId !== undefined && url !== undefined)
    throw badUse('--url', '--url cannot be combined with --secret-id', { kind: 'keyTwice' });
  if (robot !== undefined && secretId === undefined && url === undefined) {
    throw badUse('--robot', '--robot names a robot of a secret or a door: add --secret-id or --url', {
      kind: 'robotOfNothing',
    });
  }
  return {
    ...(robot !== undefined && { robot }),
    ...(secretId !== undefined && { secretId }),
    ...(url !== undefined && { url }),
  };
}

function parsed(argv: readonly string[]) {
  try {
    return parseArgs({ args: [...argv], options: OPTIONS, allowPositionals: true });
  } catch (error) {
    // Its first sentence names the option and does not contain the value. What stands there as an option may be a key.
    const [why = ''] = String(error instanceof Error ? error.message : error).split(/\. |\n/);
    const given = quotedIn(why);
    const [, name = ''] = /^(-[^\s',]*)/.exec(given) ?? [];
    const isUnknown = why.startsWith('Unknown');
    throw badUse('options', `${why.replace(given, nameOrLength(given))}, see --help`, {
      kind: isUnknown ? 'option' : 'optionValue',
      name: nameOrLength(given) === given ? name : nameOrLength(given),
    });
  }
}

function badUse(field: string, rule: string, violation: Violation): InvalidInputError {
  return new InvalidInputError(field, `Cannot use the command line as given: ${rule}`, { violation });
}

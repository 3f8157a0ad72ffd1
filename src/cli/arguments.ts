import { parseArgs } from 'node:util';
import { InvalidInputError } from '../domain/errors.js';

/** `wecomrobot push`, as it was typed. */
export interface PushArguments extends Way {
  readonly kind: 'push';
  /** Absent: from standard input. */
  readonly message?: string;
  readonly at: readonly string[];
  readonly atAll: boolean;
  readonly markdown: boolean;
  readonly dryRun: boolean;
}

/** Where the key is; in the environment where neither the secret nor the door is given. */
interface Way {
  /** One of the secret's robots, or of the door's. */
  readonly robot?: string;
  readonly secretId?: string;
  readonly url?: string;
}

const OPTIONS = {
  at: { type: 'string', multiple: true },
  'at-all': { type: 'boolean' },
  'dry-run': { type: 'boolean' },
  help: { type: 'boolean', short: 'h' },
  markdown: { type: 'boolean' },
  robot: { type: 'string' },
  'secret-id': { type: 'string' },
  url: { type: 'string' },
} as const;

/**
 * Reads the command line.
 * @throws InvalidInputError that names what is wrong, and never repeats a value: it may be a key.
 */
export function readArguments(argv: readonly string[]): PushArguments | { readonly kind: 'help' } {
  const { values, positionals } = parsed(argv);
  const [command, message, ...more] = positionals;
  if (values.help || command === 'help') return { kind: 'help' };
  if (command !== 'push') throw badUse('command', 'the only one is push, see --help');
  if (more.length > 0) throw badUse('MESSAGE', 'it is one argument: put quotes around it');
  return {
    kind: 'push',
    ...(message !== undefined && message !== '-' && { message }),
    at: values.at ?? [],
    atAll: values['at-all'] ?? false,
    markdown: values.markdown ?? false,
    dryRun: values['dry-run'] ?? false,
    ...wayOf(values),
  };
}

/** Whose key it is, and which robot of several. */
function wayOf({ robot, url, 'secret-id': secretId }: ReturnType<typeof parsed>['values']): Way {
  if (secretId !== undefined && url !== undefined) throw badUse('--url', '--secret-id has no use beside it');
  if (robot !== undefined && secretId === undefined && url === undefined) {
    throw badUse('--robot', 'a robot has a name in a secret or behind a door: give --secret-id or --url');
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
    // Its first sentence names the option; the value that stood there is not in it.
    const [why = ''] = String(error instanceof Error ? error.message : error).split(/\. |\n/);
    throw badUse('options', `${why}, see --help`);
  }
}

function badUse(field: string, rule: string): InvalidInputError {
  return new InvalidInputError(field, `Cannot use the command line as given: ${rule}`);
}

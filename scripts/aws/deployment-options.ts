import { type ParseArgsConfig, parseArgs } from 'node:util';

type Options = NonNullable<ParseArgsConfig['options']>;

/** Options of commands that speak to a deployed stack: the same as the framework's own. */
export const STACK_OPTIONS = {
  stage: { type: 'string', default: 'dev' },
  region: { type: 'string' },
  help: { type: 'boolean', short: 'h', default: false },
} as const;

/** The command line's options. Where help is asked for, or one is unknown, says how the command is used and ends it. */
export function readOptions<T extends Options & typeof STACK_OPTIONS>(options: T, usage: string) {
  try {
    const { values } = parseArgs({ options });
    if (!('help' in values && values.help)) return values;
  } catch (error) {
    misuse(`${error instanceof Error ? error.message : String(error)}\n\n${usage}`);
  }
  console.log(usage);
  process.exit(0);
}

/** Ends a command that was called wrongly, with what is right. */
export function misuse(words: string): never {
  console.error(words);
  process.exit(2);
}

/** The region that serverless.yml deploys to, unless one is given. */
export function regionOf(given: string | undefined): string {
  return given ?? (process.env['AWS_REGION'] || process.env['AWS_DEFAULT_REGION'] || 'cn-north-1');
}

/** The stack's name, and what its resources' names begin with. */
export function stackNameOf(stage: string): string {
  return `wecomrobot-${stage}`;
}

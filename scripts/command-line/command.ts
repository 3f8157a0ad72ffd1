/** An option of a script, as `parseArgs` accepts it and the help shows it. */
export interface CommandOption {
  readonly type: 'string' | 'boolean';
  readonly short?: string;
  readonly default?: string | boolean;
  /** The placeholder of the value in the help: `NAME`. Default none, as for a boolean. */
  readonly value?: string;
  readonly about: string;
}

export type CommandOptions = Readonly<Record<string, CommandOption>>;

/** A script of package.json, as its help describes it. */
export interface Command<T extends CommandOptions = CommandOptions> {
  /** The command as typed, without arguments: `npm run -s preview`. */
  readonly usage: string;
  /** The required options: `--queue dead|failed`. Default none. */
  readonly required?: string;
  /** Its arguments: `FILE…`. Default none: an argument is then wrong usage. */
  readonly positionals?: string;
  /** One or more sentences. */
  readonly about: string;
  readonly options: T;
  /** Meanings by exit code. `2`, wrong usage, is added. */
  readonly exitCodes: Readonly<Record<number, string>>;
}

/** The option that every script has. */
export const HELP = { type: 'boolean', short: 'h', about: 'print this' } as const satisfies CommandOption;

/** Returns the one line that shows how to type the script. */
export function usageOf({ usage, required = '', positionals = '', options }: Command): string {
  const given = [required, Object.keys(options).length > 0 ? '[options]' : '', positionals].filter(
    (part) => part !== '',
  );
  return ['Usage:', usage, ...(given.length > 0 ? ['--', ...given] : [])].join(' ');
}

/** Returns the text of `--help`. */
export function helpOf(command: Command): string {
  const options = Object.entries<CommandOption>({ ...command.options, help: HELP });
  const width = Math.max(...options.map(([name, option]) => typed(name, option).length));
  const rows = options.map(([name, option]) => `  ${typed(name, option).padEnd(width)}  ${aboutOf(option)}`);
  const codes = Object.entries({ ...command.exitCodes, 2: command.exitCodes[2] ?? 'wrong usage' });
  const exits = `Exit codes: ${codes.map(([code, meaning]) => `${code} ${meaning}`).join(', ')}`;
  return [usageOf(command), '', command.about, '', ...rows, '', exits].join('\n');
}

function typed(name: string, { short, value }: CommandOption): string {
  return `${short ? `-${short}, ` : ''}--${name}${value ? ` ${value}` : ''}`;
}

function aboutOf({ about, default: value }: CommandOption): string {
  return typeof value === 'string' ? `${about}; default ${value}` : about;
}

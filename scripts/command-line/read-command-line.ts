import { parseArgs } from 'node:util';
import { type Command, type CommandOptions, HELP, helpOf, usageOf } from './command.js';

function parse<const T extends CommandOptions>({ options, positionals }: Command<T>, args: readonly string[]) {
  return parseArgs({ args, options: { ...options, help: HELP }, allowPositionals: positionals !== undefined });
}

/** A command line that was understood; or what to print and the exit code to end with. */
type CommandLine<T extends CommandOptions> =
  | ({ readonly kind: 'given' } & ReturnType<typeof parse<T>>)
  | { readonly kind: 'help'; readonly text: string }
  | { readonly kind: 'misuse'; readonly text: string };

/** Reads the arguments of a script. The text for wrong usage names the option or argument that is not known. */
export function parseCommandLine<const T extends CommandOptions>(
  command: Command<T>,
  args: readonly string[],
): CommandLine<T> {
  try {
    const given = parse(command, args);
    const isHelp = 'help' in given.values && given.values.help;
    return isHelp ? { kind: 'help', text: helpOf(command) } : { kind: 'given', ...given };
  } catch (error) {
    // Its first sentence names what is wrong; the others advise on quoting.
    const [why = ''] = String(error instanceof Error ? error.message : error).split(/\. |\n/);
    return { kind: 'misuse', text: `Cannot run the script as its arguments are not understood: ${why}` };
  }
}

/** Returns the arguments that the script was started with. If it is asked for help, or used wrongly, says so and ends it. */
export function readCommandLine<const T extends CommandOptions>(command: Command<T>) {
  const line = parseCommandLine(command, process.argv.slice(2));
  if (line.kind === 'misuse') misuse(command, line.text);
  if (line.kind === 'given') return line;
  console.log(line.text);
  process.exit(0);
}

/** Ends a script that was used wrongly with exit code 2, and says how it is used. */
export function misuse(command: Command, reason: string): never {
  console.error(`${reason}\n${usageOf(command)}; see --help`);
  process.exit(2);
}

import { parseArgs } from 'node:util';
import { nameOrLength, quotedIn } from '../../src/base/quote.js';
import { type Command, type CommandOptions, HELP, helpOf, usageOf } from './command.js';

function parse<const T extends CommandOptions>({ options, positionals }: Command<T>, args: readonly string[]) {
  return parseArgs({ args, options: { ...options, help: HELP }, allowPositionals: positionals !== undefined });
}

/** A valid command line, or the text to print before the script ends. */
type CommandLine<T extends CommandOptions> =
  | ({ readonly kind: 'given' } & ReturnType<typeof parse<T>>)
  | { readonly kind: 'help'; readonly text: string }
  | { readonly kind: 'misuse'; readonly text: string };

/** Reads the arguments of a script. The text for wrong usage names the unknown option or argument. */
export function parseCommandLine<const T extends CommandOptions>(
  command: Command<T>,
  args: readonly string[],
): CommandLine<T> {
  try {
    const given = parse(command, args);
    const isHelp = 'help' in given.values && given.values.help;
    return isHelp ? { kind: 'help', text: helpOf(command) } : { kind: 'given', ...given };
  } catch (error) {
    // Its first sentence names the problem; the others give advice on quoting.
    const [why = ''] = String(error instanceof Error ? error.message : error).split(/\. |\n/);
    const given = quotedIn(why);
    const shown = why.replace(given, nameOrLength(given));
    return { kind: 'misuse', text: `Cannot run the script as its arguments are wrong: ${shown}` };
  }
}

/** Returns the arguments of the script. If it is asked for help or used wrongly, prints that and ends it. */
export function readCommandLine<const T extends CommandOptions>(command: Command<T>) {
  // AWS's clients are locked: that later ones need another Node is no advice for who runs a script.
  process.env['AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED'] ??= 'true';
  const line = parseCommandLine(command, process.argv.slice(2));
  if (line.kind === 'misuse') misuse(command, line.text);
  if (line.kind === 'given') return line;
  console.log(line.text);
  process.exit(0);
}

/** Ends a script that was used wrongly with exit code 2, and prints its usage. */
export function misuse(command: Command, reason: string): never {
  console.error(`${reason}\n${usageOf(command)}; see --help`);
  process.exit(2);
}

import { parseArgs } from 'node:util';
import { SPEEDS, type Speed } from '../../local/group/entry.js';
import { nameOrLength, quotedIn } from '../../src/base/quote.js';
import type { LocalSpeech } from '../../src/text/local-speech.js';
import { LANGUAGES, type Language } from '../../src/text/words.js';

/** The port that is tried first unless one is given. */
const DEFAULT_PORT = 8787;

/** The options of `wecomrobot local` and `npm start`. */
export interface LocalOptions {
  readonly port: number;
  /** A port that was given is used or refused. The default gives way to the next one that is free. */
  readonly isPortGiven: boolean;
  readonly speed: Speed;
  /** Of the messages. Default: by the terminal. */
  readonly language?: Language;
  readonly routes?: string;
  /** The folder in which messages are kept. */
  readonly data?: string;
  /** Deletes the messages that were kept. */
  readonly isFresh: boolean;
}

/** A mistake in the arguments. Its message is in the language of the terminal. */
export class LocalOptionError extends Error {
  override readonly name = 'LocalOptionError';
}

const OPTIONS = {
  port: { type: 'string' },
  speed: { type: 'string', default: '1' },
  language: { type: 'string' },
  routes: { type: 'string' },
  data: { type: 'string' },
  fresh: { type: 'boolean', default: false },
  help: { type: 'boolean', short: 'h', default: false },
} as const;

/**
 * Reads the arguments.
 * @throws {LocalOptionError} If one is wrong.
 */
export function readLocalOptions(argv: readonly string[], speech: LocalSpeech): LocalOptions | 'help' {
  const { values, positionals } = parsed(argv, speech);
  if (values.help) return 'help';
  if (positionals.length > 0) throw new LocalOptionError(speech.problems.argument);
  const language = values.language === undefined ? undefined : languageIn(values.language, speech);
  return {
    port: portIn(values.port, speech),
    isPortGiven: values.port !== undefined,
    speed: speedIn(values.speed, speech),
    ...(language !== undefined && { language }),
    ...(values.routes !== undefined && { routes: values.routes }),
    ...(values.data !== undefined && { data: values.data }),
    isFresh: values.fresh,
  };
}

function parsed(argv: readonly string[], { problems }: LocalSpeech) {
  try {
    return parseArgs({ args: [...argv], options: OPTIONS, allowPositionals: true });
  } catch (error) {
    // Its first sentence names the option; the others give advice on quoting.
    const [why = ''] = String(error instanceof Error ? error.message : error).split(/\. |\n/);
    const name = nameOrLength(quotedIn(why));
    throw new LocalOptionError(why.startsWith('Unknown') ? problems.option(name) : problems.optionValue(name), {
      cause: error,
    });
  }
}

function portIn(value: string | undefined, { problems }: LocalSpeech): number {
  const port = value === undefined ? DEFAULT_PORT : Number(value.trim() || 'none');
  if (Number.isInteger(port) && port >= 0 && port <= 65_535) return port;
  throw new LocalOptionError(problems.port(value ?? ''));
}

function speedIn(value: string, { problems }: LocalSpeech): Speed {
  const speed = SPEEDS.find((one) => String(one) === value);
  if (speed === undefined) throw new LocalOptionError(problems.speed(SPEEDS.join(', '), value));
  return speed;
}

function languageIn(value: string, { problems }: LocalSpeech): Language {
  const language = LANGUAGES.find((one) => one === value);
  if (language === undefined) throw new LocalOptionError(problems.language(LANGUAGES.join(', '), value));
  return language;
}

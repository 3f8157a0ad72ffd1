import type { Server } from 'node:http';
import { listenFrom } from '../../local/group-server/port.js';
import { listenOnLoopback } from '../../local/net/loopback-server.js';
import { textAt } from '../../src/base/json.js';
import type { LocalSpeech } from '../../src/text/local-speech.js';
import { LocalOptionError, type LocalOptions } from './options.js';

interface Terminal {
  readonly speech: LocalSpeech;
  print(line: string): void;
}

/**
 * Listens on the port that was given, or else on the default one or the next that is free. Resolves to the port.
 * @throws {LocalOptionError} If the port that was given is taken, or none may be listened on.
 */
export async function listenAsChosen(
  server: Server,
  { port, isPortGiven }: Pick<LocalOptions, 'port' | 'isPortGiven'>,
  { speech, print }: Terminal,
): Promise<number> {
  try {
    if (isPortGiven) return await listenOnLoopback(server, port);
    return await listenFrom(server, port, (taken) => print(speech.portTaken(taken, taken + 1)));
  } catch (cause) {
    const code = textAt(cause, 'code') ?? '';
    const { portTaken, portRefused } = speech.problems;
    throw new LocalOptionError(code === 'EADDRINUSE' ? portTaken(port) : portRefused(port, code), { cause });
  }
}

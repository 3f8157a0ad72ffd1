import { createInterface } from 'node:readline';
import { Writable } from 'node:stream';

/** A person who answers questions. */
export interface Person {
  /** Resolves to a typed line, without the white space around it. */
  ask(question: string): Promise<string>;
  /** The same for what nobody may see: it is not shown while it is typed or pasted. */
  askHidden(question: string): Promise<string>;
  /** Resolves to the answer, or to the given one if only Enter is pressed. */
  confirm(question: string, otherwise: boolean): Promise<boolean>;
  /** Ends the questions. */
  close(): void;
}

/** The person ended the questions, by Ctrl-C or the end of the input. */
export class CancelledError extends Error {
  override readonly name = 'CancelledError';
}

/**
 * Creates the questions on a terminal. A terminal in Node's raw mode shows nothing by itself, on Windows, macOS and Linux alike:
 * what is typed is written by Node, and is thrown away while it is hidden.
 * @param cancelled the words of the error if the person ends the questions.
 */
export function createPerson(input: NodeJS.ReadableStream, output: NodeJS.WritableStream, cancelled: string): Person {
  let isHidden = false;
  const shown = new Writable({
    write: (chunk: Buffer, _encoding, done) => {
      if (!isHidden) output.write(chunk);
      done();
    },
  });
  const lines = createInterface({ input, output: shown, terminal: true, historySize: 0 });
  // Lines that were typed or pasted ahead of their question wait for it.
  const ahead: string[] = [];
  let waiting: { readonly take: (line: string) => void; readonly cancel: () => void } | undefined;
  let isClosed = false;
  lines.on('line', (line) => (waiting ? waiting.take(line) : ahead.push(line)));
  lines.on('SIGINT', () => lines.close());
  lines.once('close', () => {
    isClosed = true;
    waiting?.cancel();
  });

  const nextLine = (): Promise<string> =>
    new Promise((resolve, reject) => {
      const cancel = (): void => reject(new CancelledError(cancelled));
      const line = ahead.shift();
      if (line !== undefined) return resolve(line.trim());
      if (isClosed) return cancel();
      const take = (typed: string): void => {
        waiting = undefined;
        resolve(typed.trim());
      };
      waiting = { take, cancel };
    });
  const ask = (question: string): Promise<string> => {
    lines.setPrompt(question);
    if (!isClosed) lines.prompt();
    return nextLine();
  };
  const confirm = async (question: string, otherwise: boolean): Promise<boolean> => {
    const answer = (await ask(`${question} [${otherwise ? 'Y/n' : 'y/N'}] `)).toLowerCase();
    if (answer === '') return otherwise;
    if (/^(y|yes|是)$/.test(answer)) return true;
    return /^(n|no|否)$/.test(answer) ? false : confirm(question, otherwise);
  };
  return {
    ask,
    askHidden: async (question) => {
      output.write(question);
      isHidden = true;
      try {
        return await ask('');
      } finally {
        isHidden = false;
        output.write('\n');
      }
    },
    confirm,
    close: () => lines.close(),
  };
}

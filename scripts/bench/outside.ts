import { type ChildProcess, fork } from 'node:child_process';
import { fileURLToPath } from 'node:url';

/** Everything the world has seen of the function so far. */
export interface Seen {
  /** POSTs to WeCom, and the number of different messages in them. */
  readonly posts: number;
  /** Time of the last POST, milliseconds since 1970, with fractions. */
  readonly postedAt: number;
  readonly messages: number;
  /** TLS connections to WeCom. */
  readonly connections: number;
  readonly secretReads: number;
}

/** Lines on which the function reaches WeCom and AWS. Only on `deployed` is there a queue. */
export type LineName = 'direct' | 'distant' | 'breakable' | 'deployed';

/** URLs of the queues. */
export interface Queues {
  readonly queue: string;
  readonly deadLetters: string;
}

/** The message of the outside process when it is ready. */
export interface Ready {
  /** Environment variables that direct a program to both, by line. */
  readonly environments: Readonly<Record<LineName, Readonly<Record<string, string>>>>;
  readonly queues: Queues;
}

/** WeCom, Secrets Manager and SQS over HTTPS, in a process of their own. */
export interface Outside extends Ready {
  seen(): Promise<Seen>;
  /** Takes a message from the queue: resolves to the event with which Lambda invokes its consumer. */
  take(): Promise<unknown>;
  /** Loses every connection of the breakable line, without telling the client. */
  lose(): Promise<void>;
  /** Ends every connection of the deployed functions, as servers do with idle ones. */
  hangUp(): Promise<void>;
  close(): void;
}

/** Starts the process. `folder` is for the file with the certificate. */
export async function startOutside(folder: string): Promise<Outside> {
  const child = fork(fileURLToPath(new URL('outside-process.ts', import.meta.url)), [folder], {
    execArgv: ['--import', import.meta.resolve('tsx')],
  });
  const ready = await nextMessage<Ready>(child);
  const ask = <Answer>(question: string): Promise<Answer> => {
    const answer = nextMessage<Answer>(child);
    child.send(question);
    return answer;
  };
  return {
    ...ready,
    seen: () => ask<Seen>('seen'),
    take: () => ask<unknown>('take'),
    lose: async () => {
      await ask('lose');
    },
    hangUp: async () => {
      await ask('hang up');
    },
    close: () => child.kill(),
  };
}

function nextMessage<Message>(child: ChildProcess): Promise<Message> {
  return new Promise((resolve, reject) => {
    const ended = (code: number | null): void =>
      reject(new Error(`Cannot continue as the outside process ended with ${code}`));
    child.once('exit', ended);
    child.once('message', (message) => {
      child.off('exit', ended);
      resolve(message as Message);
    });
  });
}

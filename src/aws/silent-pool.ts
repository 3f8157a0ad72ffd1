import { Duplex } from 'node:stream';
import type { Clock } from '../base/clock.js';
import { HttpsPool } from '../base/https-pool.js';

/** Returns the body of an answer, JSON, to the body of a request. */
type Answer = (body: string) => string;

const END_OF_HEAD = '\r\n\r\n';
const LENGTH = /^content-length: *(\d+)/im;

/**
 * A connection to nowhere: it answers each request at once, in HTTP/1.1. AWS's clients and Node's own HTTP go all their way over it, but
 * for the network.
 */
class SilentConnection extends Duplex {
  readonly #answer: Answer;
  #written = '';

  constructor(answer: Answer) {
    super();
    this.#answer = answer;
  }

  override _read(): void {}

  override _write(chunk: Buffer, _encoding: BufferEncoding, done: () => void): void {
    this.#written += chunk.toString('latin1');
    done();
    const head = this.#written.indexOf(END_OF_HEAD);
    const begin = head + END_OF_HEAD.length;
    const end = begin + Number(LENGTH.exec(this.#written)?.[1] ?? 0);
    if (head < 0 || this.#written.length < end) return;
    const body = this.#answer(Buffer.from(this.#written.slice(begin, end), 'latin1').toString());
    this.#written = this.#written.slice(end);
    const type = 'content-type: application/x-amz-json-1.0';
    this.push(`HTTP/1.1 200 OK\r\n${type}\r\ncontent-length: ${Buffer.byteLength(body)}${END_OF_HEAD}${body}`);
  }

  // What Node and AWS's clients call of a socket beside its stream.
  setTimeout(): this {
    return this;
  }
  setKeepAlive(): this {
    return this;
  }
  setNoDelay(): this {
    return this;
  }
  ref(): this {
    return this;
  }
  unref(): this {
    return this;
  }
}

/** A pool whose connections lead nowhere. */
export class SilentPool extends HttpsPool {
  readonly #answer: Answer;

  constructor(clock: Clock, answer: Answer) {
    super(clock);
    this.#answer = answer;
  }

  override createConnection(): Duplex {
    return new SilentConnection(this.#answer);
  }
}

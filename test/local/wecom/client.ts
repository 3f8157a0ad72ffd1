import { Agent, request } from 'node:https';

export interface HttpAnswer {
  readonly status: number;
  readonly type: string;
  readonly body: string;
}

interface HttpCall {
  readonly method?: string;
  readonly body?: string | Buffer;
  readonly headers?: Readonly<Record<string, string>>;
  readonly agent?: Agent;
  /** Gives up when it is aborted. */
  readonly signal?: AbortSignal;
}

/** One HTTPS call, by default on a connection of its own. */
export function callHttps(url: string, ca: string, call: HttpCall = {}): Promise<HttpAnswer> {
  const { method = 'POST', body = '', headers = {}, signal } = call;
  const agent = call.agent ?? new Agent({ keepAlive: false });
  return new Promise((resolve, reject) => {
    const outgoing = request(
      url,
      { method, headers: { ...headers }, agent, ca, ...(signal && { signal }) },
      (response) => {
        const chunks: Buffer[] = [];
        response.on('data', (chunk: Buffer) => chunks.push(chunk));
        response.once('error', reject);
        response.once('end', () => {
          const type = response.headers['content-type'] ?? '';
          resolve({ status: response.statusCode ?? 0, type, body: Buffer.concat(chunks).toString('utf8') });
        });
      },
    );
    outgoing.once('error', reject);
    outgoing.end(body);
  });
}

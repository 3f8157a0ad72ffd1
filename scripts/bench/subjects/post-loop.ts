import { Agent, request } from 'node:https';

const SEND = '/cgi-bin/webhook/send?key=00000000-0000-4000-8000-000000000001';

/**
 * Creates a function that posts JSON to WeCom and reads the whole answer, with nothing but node:https and kept
 * connections.
 */
export function createPost(baseUrl: string): (body: string) => Promise<unknown> {
  const agent = new Agent({ keepAlive: true, maxSockets: 50, scheduling: 'lifo' });
  return (body) =>
    new Promise((resolve, reject) => {
      const headers = { 'Content-Type': 'application/json', 'Content-Length': Buffer.byteLength(body) };
      const sent = request(baseUrl + SEND, { method: 'POST', agent, headers }, (reply) => {
        const chunks: Buffer[] = [];
        reply.on('data', (chunk: Buffer) => chunks.push(chunk));
        reply.on('end', () => resolve(JSON.parse(Buffer.concat(chunks).toString())));
      });
      sent.on('error', reject);
      sent.end(body);
    });
}

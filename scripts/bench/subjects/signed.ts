import { createHash, createHmac } from 'node:crypto';
import { Agent, type RequestOptions, request } from 'node:https';

const REGION = process.env['AWS_REGION'] ?? '';
const agent = new Agent({ keepAlive: true });

const hash = (text: string): string => createHash('sha256').update(text).digest('hex');
const hmac = (key: string | Buffer, text: string): Buffer => createHmac('sha256', key).update(text).digest();

/** Calls an AWS service, signed by hand: the least that a call takes. For a measurement only, it handles no error. */
export function callAws(service: string, endpoint: string, target: string, version: string, input: unknown) {
  const body = JSON.stringify(input);
  const { host } = new URL(endpoint);
  const time = new Date().toISOString().replace(/[-:]|\.\d+/g, '');
  const scope = `${time.slice(0, 8)}/${REGION}/${service}/aws4_request`;
  const headers = {
    'content-type': `application/x-amz-json-${version}`,
    host,
    'x-amz-date': time,
    'x-amz-target': target,
  };
  const names = Object.keys(headers).join(';');
  const lines = Object.entries(headers).map(([name, value]) => `${name}:${value}\n`);
  const canonical = ['POST', '/', '', lines.join(''), names, hash(body)].join('\n');
  const parts = [time.slice(0, 8), REGION, service, 'aws4_request'];
  const key = parts.reduce<string | Buffer>(hmac, `AWS4${process.env['AWS_SECRET_ACCESS_KEY'] ?? ''}`);
  const signature = hmac(key, ['AWS4-HMAC-SHA256', time, scope, hash(canonical)].join('\n')).toString('hex');
  const credential = `Credential=${process.env['AWS_ACCESS_KEY_ID'] ?? ''}/${scope}`;
  const authorization = `AWS4-HMAC-SHA256 ${credential}, SignedHeaders=${names}, Signature=${signature}`;
  const length = { 'content-length': Buffer.byteLength(body) };
  return sent(endpoint, { method: 'POST', agent, headers: { ...headers, ...length, authorization } }, body);
}

function sent(url: string, options: RequestOptions, body: string): Promise<unknown> {
  return new Promise((resolve, reject) => {
    const asked = request(url, options, (reply) => {
      const chunks: Buffer[] = [];
      reply.on('data', (chunk: Buffer) => chunks.push(chunk));
      reply.on('end', () => resolve(JSON.parse(Buffer.concat(chunks).toString())));
    });
    asked.on('error', reject);
    asked.end(body);
  });
}

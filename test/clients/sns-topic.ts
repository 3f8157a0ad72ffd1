import { createHash, createHmac, randomUUID } from 'node:crypto';
import { createServer, type IncomingMessage } from 'node:http';
import { closeServer, listenOnLoopback } from '../../local/net/loopback-server.js';
import { readBody } from '../../local/net/request-body.js';

/** SNS's `Publish` on this machine, for one topic and the credentials below. */
export interface SnsTopic {
  /** `http://127.0.0.1:<port>` */
  readonly url: string;
  close(): Promise<void>;
}

export const TOPIC_ARN = 'arn:aws-cn:sns:cn-north-1:111122223333:ops-alerts';
export const CREDENTIALS = { AWS_ACCESS_KEY_ID: 'AKIDEXAMPLE', AWS_SECRET_ACCESS_KEY: 'a-secret-of-nobody' } as const;
const MAX_MESSAGE_BYTES = 256 * 1024;
/** ASCII without control characters, shorter than 100, as SNS demands. */
const SUBJECT = /^[!-~][ -~]{0,98}$/;

/**
 * Starts it. What is published with a valid signature is handed on as the event that SNS invokes a function with.
 * @see https://docs.aws.amazon.com/sns/latest/api/API_Publish.html
 * @param now the time of the messages, in milliseconds.
 */
export async function startSnsTopic(publish: (event: object) => void, now: () => number): Promise<SnsTopic> {
  const server = createServer(async (request, response) => {
    const body = (await readBody(request)).toString('utf8');
    const asked = new URLSearchParams(body);
    const fault = isSigned(request, body) ? faultOf(asked) : 'SignatureDoesNotMatch';
    response.setHeader('content-type', 'text/xml');
    if (fault !== undefined) {
      response
        .writeHead(400)
        .end(`<ErrorResponse><Error><Type>Sender</Type><Code>${fault}</Code></Error></ErrorResponse>`);
      return;
    }
    const messageId = randomUUID();
    publish(eventOf(asked, messageId, now()));
    const result = `<PublishResult><MessageId>${messageId}</MessageId></PublishResult>`;
    const metadata = `<ResponseMetadata><RequestId>${randomUUID()}</RequestId></ResponseMetadata>`;
    response.end(
      `<PublishResponse xmlns="http://sns.amazonaws.com/doc/2010-03-31/">${result}${metadata}</PublishResponse>`,
    );
  });
  return { url: `http://127.0.0.1:${await listenOnLoopback(server)}`, close: () => closeServer(server) };
}

function faultOf(asked: URLSearchParams): string | undefined {
  if (asked.get('Action') !== 'Publish') return 'InvalidAction';
  if (asked.get('TopicArn') !== TOPIC_ARN) return 'NotFound';
  const message = asked.get('Message') ?? '';
  const isMessage = message !== '' && Buffer.byteLength(message) <= MAX_MESSAGE_BYTES;
  return isMessage && SUBJECT.test(asked.get('Subject') ?? 'none') ? undefined : 'InvalidParameter';
}

/** @see https://docs.aws.amazon.com/lambda/latest/dg/with-sns.html */
function eventOf(asked: URLSearchParams, messageId: string, now: number): object {
  const Sns = {
    Type: 'Notification',
    MessageId: messageId,
    TopicArn: TOPIC_ARN,
    Subject: asked.get('Subject'),
    Message: asked.get('Message'),
    Timestamp: new Date(now).toISOString(),
    MessageAttributes: attributesOf(asked),
  };
  return { Records: [{ EventSource: 'aws:sns', EventVersion: '1.0', EventSubscriptionArn: `${TOPIC_ARN}:1`, Sns }] };
}

function attributesOf(asked: URLSearchParams): object {
  const names = [...asked].filter(([key]) => key.startsWith('MessageAttributes.') && key.endsWith('.Name'));
  return Object.fromEntries(
    names.map(([key, name]) => {
      const value = key.replace(/Name$/, 'Value');
      return [name, { Type: asked.get(`${value}.DataType`), Value: asked.get(`${value}.StringValue`) }];
    }),
  );
}

/**
 * Returns true if a request is signed with the credentials above.
 * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_sigv-create-signed-request.html
 */
function isSigned({ headers, method = '', url = '' }: IncomingMessage, body: string): boolean {
  const pattern = /^AWS4-HMAC-SHA256 Credential=([^/]+)\/(\S+), SignedHeaders=(\S+), Signature=([0-9a-f]{64})$/;
  const [, keyId, scope = '', signed = '', signature] = pattern.exec(headers.authorization ?? '') ?? [];
  if (keyId !== CREDENTIALS.AWS_ACCESS_KEY_ID || !scope.endsWith('/cn-north-1/sns/aws4_request')) return false;
  const lines = signed.split(';').map((name) => `${name}:${String(headers[name] ?? '').trim()}\n`);
  const canonical = [method, url, '', lines.join(''), signed, sha256(body)].join('\n');
  const toSign = ['AWS4-HMAC-SHA256', headers['x-amz-date'], scope, sha256(canonical)].join('\n');
  const secret: string | Buffer = `AWS4${CREDENTIALS.AWS_SECRET_ACCESS_KEY}`;
  const key = scope.split('/').reduce<string | Buffer>((from, part) => hmac(from, part), secret);
  return hmac(key, toSign).toString('hex') === signature;
}

function sha256(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}

function hmac(key: string | Buffer, text: string): Buffer {
  return createHmac('sha256', key).update(text).digest();
}

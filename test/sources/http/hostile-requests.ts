import { gzipSync } from 'node:zlib';
import { SAMPLE_TOKEN } from '../../../local/secrets-manager/sample-secret.js';
import { KEYS } from '../../end-to-end/deployed-function.js';
import { alarm, snsEvent, sqsRecord } from '../samples.js';
import { KINDS, type SampleRequest } from './samples.js';

/** A token that may push to one robot only. */
export const LIMITED = 'limited-token-for-local-use-only';
const GOOD = { authorization: `Bearer ${SAMPLE_TOKEN}` };
export const SEND = '/cgi-bin/webhook/send';
const KEY = `key=${SAMPLE_TOKEN}`;
const TEXT = JSON.stringify({ msgtype: 'text', text: { content: 'SHOWN' } });
export const PUSH = JSON.stringify({ push_message: 'SHOWN' });

const json = (value: unknown): string => JSON.stringify(value);
const api = KINDS['http-api'];
const rest = KINDS.rest;
/** Without a good token. */
const knock = (headers: Readonly<Record<string, string>>, changed: SampleRequest = {}) =>
  api({ body: PUSH, headers, ...changed });
/** With one. */
export const push = (body: string, changed: SampleRequest = {}) => api({ body, headers: GOOD, ...changed });
export const send = (body: string, query = KEY, changed: SampleRequest = {}) =>
  api({ path: SEND, headers: {}, query, body, ...changed });
const form = (body: string) =>
  push(body, { headers: { ...GOOD, 'content-type': 'application/x-www-form-urlencoded' } });
const bytes = (body: Buffer) => push(body.toString('base64'), { base64: true });
/** A list in a list in a list … */
const deep = (open: string, close: string, depth = 100_000): string => open.repeat(depth) + close.repeat(depth);

/** Its answer, what it tries, and the request. */
type Hostile = readonly [httpStatus: number, name: string, event: unknown];

export const STRANGERS: readonly Hostile[] = [
  [401, 'no token', knock({})],
  [401, 'an empty header', knock({ authorization: '' })],
  [401, 'the scheme alone', knock({ authorization: 'Bearer' })],
  [401, 'the scheme and blanks', knock({ authorization: 'Bearer      ' })],
  [401, 'a wrong token', knock({ authorization: 'Bearer wrong' })],
  [401, 'the beginning of a token', knock({ authorization: `Bearer ${SAMPLE_TOKEN.slice(0, -1)}` })],
  [401, 'a token and more', knock({ authorization: `Bearer ${SAMPLE_TOKEN}x` })],
  [401, 'a token in capitals', knock({ authorization: `Bearer ${SAMPLE_TOKEN.toUpperCase()}` })],
  [401, 'a token without its scheme', knock({ authorization: SAMPLE_TOKEN })],
  [401, 'a token of another scheme', knock({ authorization: `Basic ${SAMPLE_TOKEN}` })],
  [401, 'two tokens in one header', knock({ authorization: `Bearer ${SAMPLE_TOKEN}, Bearer ${SAMPLE_TOKEN}` })],
  [401, 'two headers in different case', rest({ body: PUSH, headers: { ...GOOD, Authorization: GOOD.authorization } })],
  [
    401,
    'two headers of one name',
    { ...rest({ body: PUSH }), multiValueHeaders: { Authorization: [GOOD.authorization, GOOD.authorization] } },
  ],
  [401, 'a line break in the header', knock({ authorization: `Bearer x\r\nauthorization: Bearer ${SAMPLE_TOKEN}` })],
  [401, 'a null byte in the token', knock({ authorization: `Bearer ${SAMPLE_TOKEN}\0` })],
  [401, 'a token of 100 kB', knock({ authorization: `Bearer ${'x'.repeat(100_000)}` })],
  [401, 'a header that is a list', { ...knock({}), headers: { authorization: [GOOD.authorization] } }],
  [401, 'headers that are null', { ...knock({}), headers: null }],
  [401, 'a wrong token in the query', knock({}, { query: 'key=wrong' })],
  [401, 'two tokens in the query', knock({}, { query: `${KEY}&${KEY}` })],
  [401, 'an empty token in the query beside a good header', knock(GOOD, { query: 'access_token=' })],
  [401, 'a wrong token in X-Api-Key', knock({ 'x-api-key': 'wrong' })],
  [401, 'the token in X-Auth-Token', knock({ 'x-auth-token': SAMPLE_TOKEN })],
  [401, 'the token in a cookie', knock({ cookie: `authorization=Bearer ${SAMPLE_TOKEN}` })],
  [401, 'the token in the body', knock({}, { body: json({ push_message: 'SHOWN', token: SAMPLE_TOKEN }) })],
  [401, 'an identity in a header', knock({ 'x-amzn-iam-userarn': 'arn:aws:iam::111122223333:root' })],
  [
    401,
    'an identity in the body',
    knock({}, { body: json(api({ iam: 'arn:aws:iam::111122223333:root', body: PUSH })) }),
  ],
  [401, 'an invocation in the body', knock({}, { body: PUSH, path: '/push' })],
  [401, 'an SNS record in the body', knock({}, { body: json(snsEvent('SHOWN')) })],
  [401, 'an SNS record beside the request', { ...snsEvent('SHOWN'), ...knock({}) }],
  [401, 'a queue batch beside the request', { Records: [sqsRecord('m', 'SHOWN')], ...knock({}) }],
  [401, 'an alarm beside the request', { ...alarm(), ...knock({}) }],
  [401, 'the four parameters beside the request', { push_message: 'SHOWN', ...knock({}) }],
  [401, 'a body that is too large, and no token', knock({}, { body: 'x'.repeat(2_000_000) })],
  [401, 'broken JSON, and no token', knock({}, { body: '{"push_message":' })],
];

export const STRANGERS_OF_WECOM: readonly Hostile[] = [
  [401, 'no key', send(TEXT, '')],
  [401, 'an empty key', send(TEXT, 'key=')],
  [401, 'a wrong key', send(TEXT, 'key=wrong')],
  [401, "a robot's own key", send(TEXT, `key=${KEYS.default}`)],
  [401, 'two keys', send(TEXT, `${KEY}&${KEY}`)],
  [401, 'a key in brackets', send(TEXT, `key[]=${SAMPLE_TOKEN}`)],
  [401, 'a key with a line break', send(TEXT, `${KEY}%0D%0A`)],
  [401, 'the key in the body', send(json({ ...JSON.parse(TEXT), key: SAMPLE_TOKEN }), '')],
  [401, 'a wrong key and a good header', send(TEXT, 'key=wrong', { headers: GOOD })],
];

export const BODIES: readonly Hostile[] = [
  [400, 'nothing', push('')],
  [400, 'a null', push('null', { headers: { ...GOOD, 'content-type': 'application/json' }, body: '{}' })],
  [400, 'objects in objects', push(deep('{"push_message":', '}', 14_000).replace('}', '1}'))],
  [
    400,
    'JSON that never closes',
    push('['.repeat(100_000), { headers: { ...GOOD, 'content-type': 'application/json' } }),
  ],
  [400, 'invalid UTF-8', bytes(Buffer.from([0x7b, 0xff, 0xfe, 0x7d]))],
  [400, 'a compressed body', bytes(gzipSync(PUSH))],
  [400, 'base64 that is none', push('%%%%', { base64: true })],
  [400, 'a huge form', form(`push_message=&${'a=b&'.repeat(60_000)}`)],
  [413, 'a body of 2 MB', push(json({ push_message: 'x'.repeat(2_000_000) }))],
  [413, 'a text of more than ten parts', push(json({ push_message: 'x '.repeat(30_000) }))],
  [400, 'a message that is an object', push(json({ push_message: { toString: 'SHOWN' } }))],
  [400, 'a null byte', push(json({ push_message: 'SHOWN\0' }))],
  [400, 'half a character', push('{"push_message":"SHOWN\\ud83d"}')],
  [400, "a line break in a robot's name", push(json({ push_message: 'SHOWN', robot: 'default\r\nx: y' }))],
  [400, 'a line break in a mobile', push(json({ push_message: 'SHOWN', at_mobiles: ['13800138000\r\n12'] }))],
  [400, 'a line break in an id', push(PUSH, { headers: { ...GOOD, 'idempotency-key': 'a\r\nset-cookie: x' } })],
  [400, 'a key for a robot', push(json({ push_message: 'SHOWN', robot: KEYS.dba }))],
  [400, 'a key', push(json({ push_message: 'SHOWN', accessKey: KEYS.dba }))],
  [400, 'an address', push(json({ push_message: 'SHOWN', webhook_url: `https://example.com/?key=${KEYS.dba}` }))],
  [400, 'a robot of the prototype', push(json({ push_message: 'SHOWN', robot: 'constructor' }))],
  [400, "nothing at WeCom's address", send('')],
  [400, "the four parameters at WeCom's address", send(PUSH)],
  [400, 'an SNS delivery', knock({ ...GOOD, 'x-amz-sns-message-type': 'Notification' })],
  [413, 'a body of 4 MB for WeCom', send('x'.repeat(4_000_000))],
  [400, 'a robot of the prototype for WeCom', send(TEXT, `${KEY}&robot=__proto__`)],
  [400, 'invalid UTF-8 for WeCom', send('//79', KEY, { base64: true })],
];

export const ROBOTS: readonly Hostile[] = [
  [
    403,
    "a robot outside the token's list",
    push(json({ push_message: 'SHOWN', robot: 'default' }), { headers: { authorization: `Bearer ${LIMITED}` } }),
  ],
  [403, 'one in the query', push(PUSH, { query: 'robot=default', headers: { authorization: `Bearer ${LIMITED}` } })],
  [403, "one at WeCom's address", send(TEXT, `key=${LIMITED}&robot=default`)],
  [
    403,
    'one beside the one in the list',
    push(json({ push_message: 'SHOWN', robot: 'default' }), {
      query: 'robot=dba',
      headers: { authorization: `Bearer ${LIMITED}` },
    }),
  ],
];

export const WAYS: readonly Hostile[] = [
  ...[
    '/',
    '/PUSH',
    '//push',
    '/push/../push',
    '/%70ush',
    '/push%00',
    '/push/x',
    '/__proto__',
    '/constructor',
    '/cgi-bin/webhook/../../push',
    '/cgi-bin/webhook/send/x',
  ].map((path): Hostile => [404, `the path ${path}`, push(PUSH, { path })]),
  ...['GET', 'PUT', 'DELETE', 'PATCH', 'OPTIONS', 'TRACE', 'post', 'constructor', ''].map(
    (method): Hostile => [405, `the verb ${method || 'nothing'}`, push(PUSH, { method })],
  ),
  [405, "GET at WeCom's address", send('', KEY, { method: 'GET' })],
];

/** What WeCom would answer HTTP 200 and an errcode to. */
export const MESSAGES: readonly (readonly [errcode: number, name: string, body: string])[] = [
  [40008, 'a type of the prototype', '{"msgtype":"__proto__","__proto__":{"content":"SHOWN"}}'],
  [
    40058,
    'a card nested without end',
    `{"msgtype":"template_card","template_card":{"card_type":"text_notice","main_title":{"title":"SHOWN","desc":${deep('[', ']')}},"card_action":{"type":1,"url":"https://x"}}}`,
  ],
  [44004, 'a content in the prototype', '{"msgtype":"text","text":{"__proto__":{"content":"SHOWN"}}}'],
  [301019, 'an image that is another', '{"msgtype":"image","image":{"base64":"U0hPV04=","md5":"x"}}'],
];

import { createHmac } from 'node:crypto';
import { SAMPLE_TOKEN } from '../../../local/secrets-manager/sample-secret.js';
import { KEYS } from '../../end-to-end/deployed-function.js';
import { KINDS, type SampleRequest } from './samples.js';

const BODY = JSON.stringify({ push_message: 'SHOWN' });

const DINGTALK = JSON.stringify({ msgtype: 'text', text: { content: 'SHOWN' } });
const FEISHU = JSON.stringify({ msg_type: 'text', content: { text: 'SHOWN' } });
const SLACK = JSON.stringify({ text: 'SHOWN' });

/** A place for a token, and the request that holds it there. */
type Place = readonly [name: string, request: (token: string) => SampleRequest];

const basic = (text: string): SampleRequest => ({ headers: { authorization: `Basic ${btoa(text)}` } });
const query =
  (name: string) =>
  (token: string): SampleRequest => ({ headers: {}, query: `${name}=${encodeURIComponent(token)}` });
const header =
  (name: string) =>
  (token: string): SampleRequest => ({ headers: { [name]: token } });
const path =
  (before: string, body: string) =>
  (token: string): SampleRequest => ({
    headers: {},
    body,
    path: before + encodeURIComponent(token),
  });

/** Every place that `POST /push` looks at. */
const PLACES_OF_PUSH: readonly Place[] = [
  ['?key=', query('key')],
  ['?token=', query('token')],
  ['?access_token=', query('access_token')],
  ['a Basic password', (token) => basic(`user:${token}`)],
  ['a Basic user', (token) => basic(`${token}:`)],
  ['X-Gitlab-Token', header('x-gitlab-token')],
  ['X-Api-Key', header('x-api-key')],
  ['X-Hub-Signature-256', (token) => header('x-hub-signature-256')(`sha256=${token}`)],
  ['X-Gitea-Signature', header('x-gitea-signature')],
];

/** The places of other robots. */
const PLACES_OF_ROBOTS: readonly Place[] = [
  ["DingTalk's address", (token) => ({ ...query('access_token')(token), path: '/robot/send', body: DINGTALK })],
  ["Feishu's address", path('/open-apis/bot/v2/hook/', FEISHU)],
  ["Feishu's old address", path('/open-apis/bot/hook/', FEISHU)],
  ["Slack's address", path('/services/T0/B0/', SLACK)],
  ["Slack's short address", path('/services/', SLACK)],
];

const sign = (key: string, body = BODY): string => createHmac('sha256', key).update(body).digest('hex');

/** What a stranger tries in each place. */
const TRIES: readonly (readonly [name: string, token: string])[] = [
  ['nothing', ''],
  ['blanks', '   '],
  ['a wrong token', 'wrong'],
  ['the beginning of a token', SAMPLE_TOKEN.slice(0, -1)],
  ['a token and more', `${SAMPLE_TOKEN}x`],
  ['a token and a blank', `${SAMPLE_TOKEN} x`],
  ['a token in capitals', SAMPLE_TOKEN.toUpperCase()],
  ['a token turned round', [...SAMPLE_TOKEN].reverse().join('')],
  ['a token in base64', btoa(SAMPLE_TOKEN)],
  ['a token and a null byte', `${SAMPLE_TOKEN}\0`],
  ['a token and a line break', `${SAMPLE_TOKEN}\r\nx: y`],
  ['two tokens', `${SAMPLE_TOKEN},${SAMPLE_TOKEN}`],
  ["a robot's key", KEYS.default ?? ''],
  ['a name of every object', 'constructor'],
  ['the prototype', '__proto__'],
  ['a list', `["${SAMPLE_TOKEN}"]`],
  ['an object', '{"$ne":null}'],
  ['SQL', "' OR '1'='1"],
  ['a way up', '../../push'],
  ['a wildcard', '*'],
  ['100 kB', 'x'.repeat(100_000)],
  ['a signature with no key', sign('')],
  ['a signature of another body', sign(SAMPLE_TOKEN, '{}')],
  ['a signature with another key', sign('wrong')],
];

const strangersIn = (places: readonly Place[], httpStatuses: readonly number[]) =>
  places.flatMap(([place, write]) =>
    TRIES.map(
      ([name, token]) =>
        [`${name} in ${place}`, httpStatuses, KINDS['http-api']({ body: BODY, ...write(token) })] as const,
    ),
  );

/** Requests that `POST /push` takes for a stranger's. */
export const STRANGERS_IN_PLACES = strangersIn(PLACES_OF_PUSH, [401]);

/** Requests that another robot's address takes for a stranger's: Slack knows no 401, and a longer path is nobody's. */
export const STRANGERS_OF_ROBOTS = strangersIn(PLACES_OF_ROBOTS, [401, 403, 404]);

/** Requests that open the door, to show that each place is one. */
export const HOLDERS = [...PLACES_OF_PUSH, ...PLACES_OF_ROBOTS].map(([place, write]) => {
  const isSigned = /Signature/.test(place);
  return [place, KINDS['http-api']({ body: BODY, ...write(isSigned ? sign(SAMPLE_TOKEN) : SAMPLE_TOKEN) })] as const;
});

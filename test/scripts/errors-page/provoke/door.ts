import { SAMPLE_TOKEN } from '../../../../local/secrets-manager/sample-secret.js';
import type { DOOR } from '../../../../scripts/errors-page/door.js';
import type { DOOR_BODY } from '../../../../scripts/errors-page/door-body.js';
import { silentLog } from '../../../../src/base/log.js';
import { SecretUnavailableError } from '../../../../src/domain/errors.js';
import { createQueueDispatch } from '../../../../src/queue/enqueue.js';
import { chooseRobot } from '../../../../src/sources/http/choose-robot.js';
import { type HttpReply, replyToError, replyToOutcomes } from '../../../../src/sources/http/respond.js';
import { createFakeClock } from '../../../support/fake-clock.js';
import { writtenNotification } from '../../../support/queue-item.js';
import type { DoorRequest, Provocations, Provoke } from './provoke.js';

const posting =
  (body: string | object | Uint8Array<ArrayBuffer>, request: Omit<DoorRequest, 'body'> = {}): Provoke =>
  ({ door }) =>
    door({ ...request, body: typeof body === 'string' || body instanceof Uint8Array ? body : JSON.stringify(body) });
const pushing = (fields: object): Provoke => posting({ push_message: 'a', ...fields });
const typed = (type: string): Omit<DoorRequest, 'body'> => ({ headers: { 'content-type': type } });

const lineOf = (reply: HttpReply | undefined): string => `${reply?.httpStatus} ${JSON.stringify(reply?.body)}`;

/** Names a robot with a token that is limited to another one. */
async function toAnotherRobot(): Promise<string> {
  const draft = { overrides: { robot: 'default' } } as never;
  const choosing = chooseRobot(draft, {} as never, { robots: ['dba'] } as never, { hasRobot: async () => true });
  return lineOf(replyToError(await choosing.catch((error: unknown) => error)));
}

/** Posts through the door while SQS takes nothing. */
async function notQueued(): Promise<string> {
  const clock = { ...createFakeClock(), sleep: async () => undefined };
  const queue = { send: () => Promise.reject(new Error('no')) };
  const dispatch = createQueueDispatch({ queue, maxBytes: 1_048_576, clock, log: silentLog });
  return lineOf(replyToOutcomes('http:1', await dispatch([writtenNotification('a')], clock.now() + 1000)));
}

/** Posts through the door of a function without a queue while WeCom fails in this way. */
const failing =
  (kind: 'html-503' | 'reset-before-answer'): Provoke =>
  async ({ door, deployed }) => {
    deployed.wecom.faults.keep({ kind });
    const said = await door({ body: '{"push_message":"a"}' });
    deployed.wecom.faults.clear();
    return said;
  };

/** A way to each answer of the door. */
export const door: Provocations<typeof DOOR & typeof DOOR_BODY> = {
  doorToken: posting({ push_message: 'a' }, { token: 'wrong' }),
  doorPath: posting('a', { path: '/pusch' }),
  doorMethod: ({ door: knock }) => knock({ method: 'DELETE' }),
  doorMobile: pushing({ at_mobiles: '123' }),
  doorMobiles: pushing({ at_mobiles: {} }),
  doorPerson: pushing({ at_mobiles: 'https://example.com/x' }),
  doorAll: pushing({ is_at_all: 'maybe' }),
  doorFormat: pushing({ format: 'html' }),
  doorRobot: pushing({ robot: 'nobody' }),
  doorRobotKey: pushing({ robot: '693a91f6-7c2e-4b1d-9f53-0123456789ab' }),
  doorRobotName: pushing({ robot: '数'.repeat(14) }),
  doorOtherRobot: toAnotherRobot,
  doorKey: pushing({ access_key: 'x' }),
  doorEmpty: posting({ push_message: '' }),
  doorText: posting({ push_message: { a: 1 } }),
  doorUnicode: posting('{"push_message":"\\ud83d"}'),
  doorLong: pushing({ push_message: '长'.repeat(9000) }),
  doorBytes: posting('x'.repeat(300 * 1024)),
  doorJson: posting('{"push_message":"say "hello""}', typed('application/json')),
  doorMultipart: posting('x', typed('multipart/form-data; boundary=y')),
  doorEncoding: posting('x', { headers: { 'content-encoding': 'br2' } }),
  doorInflate: posting('x', { headers: { 'content-encoding': 'gzip' } }),
  doorCharset: posting('x', typed('text/plain; charset=klingon')),
  doorBytesOf: posting(Uint8Array.from([0xb4, 0xc5, 0xc5, 0xcc])),
  doorUnknown: posting('{}'),
  doorSns: posting('{}', { headers: { 'x-amz-sns-message-type': 'Notification' } }),
  doorId: posting({ push_message: 'a' }, { headers: { 'idempotency-key': 'x y '.repeat(60) } }),
  doorWecom: posting({ msgtype: 'text', text: {} }),
  doorOther: posting({ a: 1 }, { path: `/open-apis/bot/v2/hook/${SAMPLE_TOKEN}` }),
  doorRefused: pushing({ robot: 'gone' }),
  doorNotQueued: notQueued,
  doorSecret: () => lineOf(replyToError(new SecretUnavailableError('no'))),
  doorBusy: failing('html-503'),
  doorUnconfirmed: failing('reset-before-answer'),
};

import type { FUNCTIONS } from '../../../../scripts/errors-page/functions.js';
import { readConfig } from '../../../../src/app/config.js';
import { silentLog } from '../../../../src/base/log.js';
import type { DeliveryResult } from '../../../../src/domain/delivery.js';
import { unrecognised } from '../../../../src/payloads/unrecognised.js';
import { createQueueDispatch } from '../../../../src/queue/enqueue.js';
import { readQueueBody } from '../../../../src/queue/message/queue-body.js';
import { loadRoutes } from '../../../../src/routing/load-routes.js';
import { createReadSecret } from '../../../../src/secrets/read-secret.js';
import { parseRobotSecret } from '../../../../src/secrets/robot-secret.js';
import { parseTokensSecret } from '../../../../src/secrets/tokens-secret.js';
import { type Language, wordsOf } from '../../../../src/text/words.js';
import { pictureOf } from '../../../../src/watch/picture.js';
import { type TellParts, tellTick } from '../../../../src/watch/reminders/tell-tick.js';
import { parseBaseUrl } from '../../../../src/wecom/api/base-url.js';
import { confinedRobotMissing, findAddressee } from '../../../../src/wecom/post/addressee.js';
import { createFakeClock } from '../../../support/fake-clock.js';
import { recordLog } from '../../../support/lines.js';
import { writtenNotification } from '../../../support/queue-item.js';
import { type Provocations, REGION, refusing } from './provoke.js';

const secret = (name: string) => createReadSecret(() => refusing(name), 'wecomrobot/robots', REGION);
const setting = (name: string, value: string) => () => readConfig({ [name]: value });

/** Queues a message while SQS refuses all. Resolves to the reason. */
async function queued(body: string, maxBytes: number): Promise<unknown> {
  const queue = { send: async (entries: readonly unknown[]) => entries.map((_, index) => index) };
  const clock = { ...createFakeClock(), sleep: async () => undefined };
  const dispatch = createQueueDispatch({ queue, maxBytes, clock, log: silentLog });
  const [outcome] = await dispatch([writtenNotification('a', { body })], clock.now() + 1000);
  return outcome && 'reason' in outcome ? outcome.reason : outcome;
}

const reasonOf = (result: object): unknown => (result as Extract<DeliveryResult, { reason: string }>).reason;

async function withoutRobots(language: Language): Promise<unknown> {
  const keys = { key: async () => undefined, mobileOf: async () => undefined };
  return reasonOf(await findAddressee(writtenNotification('a', { robot: 'dba' }), keys, wordsOf(language)));
}

/** Loads rules that another version has written. Returns the reason in the log. */
function foreignRules(): unknown {
  const log = recordLog();
  loadRoutes(['/opt/wecomrobot/routes.json'], () => '{"rules":1}', log);
  return String(log.lines[0]?.['reason']).replace(/^\w+: /, '');
}

const picture = (png: Uint8Array, maxBytes: number) => () =>
  pictureOf(writtenNotification('a'), { region: REGION, widget: '{}' }, async () => png, {
    ...{ maxBytes, now: 0 },
    signal: AbortSignal.timeout(1000),
  });
const PNG = Buffer.from('89504e470d0a1a0a0000', 'hex');

/** Tells a reminder while SQS takes nothing. */
function untold(): Promise<void> {
  const reader = { alarms: async () => [], changes: async () => ({ history: new Map() }), named: async () => [] };
  const parts = {
    ...{ words: wordsOf('en'), format: 'text', timeZone: 'UTC', readsAcks: false, region: REGION, deadlineMs: 0 },
    roads: { topics: [], functionArn: '', hasAlarmRule: true, service: 'wecomrobot-prod' },
    dispatch: async () => [{ status: 'unavailable', retryAfterMs: 0, reason: 'no' }],
    clock: { now: () => 0 },
    log: silentLog,
  } as unknown as TellParts;
  return tellTick({ at: 0 } as never, () => reader as never, parts);
}

/** A way to each error of the functions. */
export const functions: Provocations<typeof FUNCTIONS> = {
  functionSecretMissing: secret('ResourceNotFoundException'),
  functionSecretDenied: secret('AccessDeniedException'),
  functionSecretKms: secret('DecryptionFailure'),
  functionSecretDeleted: secret('InvalidRequestException'),
  functionSecretId: secret('InvalidParameterException'),
  functionSecretSilent: secret('TimeoutError'),
  functionSecretEmpty: createReadSecret(
    () => ({ send: async () => ({ SecretString: ' ' }) }) as never,
    'wecomrobot/robots',
    REGION,
  ),
  functionNoDefault: () => parseRobotSecret('{"a":"x","b":"y"}', 'wecomrobot/robots', 'https://qyapi.weixin.qq.com'),
  functionTokens: () => parseTokensSecret('{"httpTokens":', 'wecomrobot/tokens'),
  functionSetting: setting('MESSAGE_FORMAT', 'html'),
  functionNumber: setting('SILENT_AFTER_MINUTES', 'an hour'),
  functionTimeZone: setting('TIME_ZONE', 'CST+8'),
  functionAccounts: setting('ACCOUNT_NAMES', '1=prod'),
  functionBaseUrl: () => parseBaseUrl('http://wecom.example.com'),
  functionRules: foreignRules,
  functionUnknown: () => unrecognised({ Records: [{ eventSource: 'aws:kinesis' }] }).message,
  functionRobot: ({ language }) => withoutRobots(language),
  functionConfined: ({ language }) => reasonOf(confinedRobotMissing(wordsOf(language))),
  queueTooLarge: () => queued('x'.repeat(20_000), 20_000),
  queueRefused: () => queued('x', 1_048_576),
  queueVersion: () => readQueueBody('{"v":99}'),
  queueForeign: () => readQueueBody('hello'),
  graphPng: picture(Buffer.from('<html>'), 100),
  graphLarge: picture(PNG, 9),
  remindersUntold: untold,
  summaryUnread: { file: 'test/watch/summary/tell-summaries.test.ts', words: 'not read is ' },
  summaryUntold: { file: 'test/watch/summary/tell-summaries.test.ts', words: ' summaries as they were not queued' },
};

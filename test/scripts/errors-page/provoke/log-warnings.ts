import type { LOG_WARNINGS } from '../../../../scripts/errors-page/log-warnings.js';
import { createApp } from '../../../../src/app/app.js';
import { createMakePicture } from '../../../../src/app/consumer/make-picture.js';
import { durations } from '../../../../src/app/look-up/durations.js';
import { logLinks } from '../../../../src/app/look-up/log-links.js';
import { createLookUp } from '../../../../src/app/look-up/look-up.js';
import type { Log } from '../../../../src/base/log.js';
import { reportOutcome } from '../../../../src/domain/report.js';
import { createQueueDispatch } from '../../../../src/queue/enqueue.js';
import { createCachedSecret } from '../../../../src/secrets/cached-secret.js';
import { parseRobotSecret } from '../../../../src/secrets/robot-secret.js';
import { withOverrides } from '../../../../src/sources/with-overrides.js';
import { wordsOf } from '../../../../src/text/words.js';
import { answerVisit } from '../../../../src/watch/ack-page/answer-visit.js';
import { createPostOnce } from '../../../../src/wecom/post/post-once.js';
import { createFakeClock } from '../../../support/fake-clock.js';
import { recordLog } from '../../../support/lines.js';
import { writtenNotification } from '../../../support/queue-item.js';
import type { Provocations } from './provoke.js';

const clock = createFakeClock();
const impatient = { ...clock, sleep: async () => undefined };
const words = wordsOf('en');
const message = writtenNotification('a');

/** Lets work write to a log. Resolves to the message of its first line of the level WARN. */
const warned = (work: (log: Log) => unknown) => async () => {
  const log = recordLog();
  await work(log);
  return log.lines.find(({ level }) => level === 'WARN')?.['message'];
};

const no = () => Promise.reject(new Error('no'));
const inTest = (name: string, words: string) => ({ file: `test/${name}.test.ts`, words });

/** Parses a secret in which one robot has no key. */
const parse = (text: string) => parseRobotSecret(text, 'robots', 'https://qyapi.weixin.qq.com');
const SECRET = JSON.stringify({ robots: { default: '00000000-0000-4000-8000-000000000001', dba: '' } });

/** Looks up what a message lacks, without an answer. */
const unanswered = (missing: ReturnType<typeof durations> | ReturnType<typeof logLinks>) => (log: Log) =>
  createLookUp({ ...missing, keyOf: () => 'a', ask: no, add: (one) => one }, { clock, log }).learn([message], 1000, {
    left: 1,
  });

/** A way to each line. */
export const logWarnings: Provocations<typeof LOG_WARNINGS> = {
  logNotification: warned((log) =>
    reportOutcome(log, message, { status: 'unavailable', retryAfterMs: 1, reason: 'no' }, 1),
  ),
  logNotAccepted: warned((log) => {
    const transport = { post: async () => ({ kind: 'no-answer', reason: 'ECONNRESET' }) as const };
    const target = { id: 'a', robot: 'default', key: parse(SECRET).robots.get('default') };
    return createPostOnce({ transport, clock, log, words })({} as never, target as never, clock.now() + 60_000);
  }),
  logSecretProblem: warned((log) =>
    createCachedSecret({
      ...{ readSecret: async () => SECRET, parse, secretsIn: () => [], known: { learn: () => undefined }, clock, log },
    }).verify(),
  ),
  logSecretOld: inTest('secrets/secrets', 'secret not refreshed'),
  logDescription: warned((log) =>
    withOverrides(
      { kind: 'written', unknownOverrides: ['sevrity'] } as never,
      { attributes: {} } as never,
      { log, renderContext: { words } } as never,
    ),
  ),
  logAttributes: inTest('sources/interpret', 'overrides in message attributes ignored'),
  logPart: warned((log) =>
    createApp({
      read: async () => ({ drafts: [], skipped: [], unread: [new Error('no')], respond: () => undefined }),
      ...{ dispatch: async () => [], clock, log, mask: (text: string) => text },
    } as never)({}, { remainingMs: () => 1000 } as never),
  ),
  logNotQueued: warned((log) =>
    createQueueDispatch({ queue: { send: no }, maxBytes: 1024 * 1024, clock: impatient, log })([message], clock.now()),
  ),
  logHeartbeatUnsent: inTest('app/heartbeat', 'heartbeat not queued'),
  logHeartbeat: inTest('app/heartbeat', 'heartbeat failed'),
  logTags: inTest('app/look-up/alarm-tags', 'tags not looked up'),
  logAcks: inTest('watch/reminders/read-due', 'tags not read, whoever has an alarm is not known'),
  logTagNotSet: inTest('end-to-end/ack', 'tag not set, nobody has the alarm'),
  logPage: warned((log) => answerVisit({} as never, no as never, { tokens: no, language: 'en', log } as never)),
  logDurations: warned(unanswered(durations({} as never))),
  logFilters: warned(unanswered(logLinks({} as never))),
  logGraph: warned((log) =>
    createMakePicture({ openWatch: no, clock, log })(
      { notification: { ...message, graph: {} } } as never,
      new AbortController().signal,
    ),
  ),
};

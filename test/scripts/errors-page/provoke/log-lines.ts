import type { LOG_LINES } from '../../../../scripts/errors-page/log-lines.js';
import { drainGroup } from '../../../../src/queue/batch/drain-group.js';
import { deadLetterAll } from '../../../../src/queue/sqs/acknowledge.js';
import { recordLog } from '../../../support/lines.js';
import type { Provocations } from './provoke.js';

const MESSAGE = { messageId: '1', receiptHandle: 'r', body: 'x', receiveCount: 1, groupId: 'default' };

/** Parks a message, while SQS takes it or not. Resolves to the message of the line. */
const parked = (deadLetter: () => Promise<void>) => async () => {
  const log = recordLog();
  const unshowable = [{ message: MESSAGE, reason: { code: 'wecom:93000', reason: 'gone' } }];
  await deadLetterAll({ queue: { deadLetter }, log } as never, unshowable as never);
  return log.lines[0]?.['message'];
};

/** Drains a group in this time by parts that lack whatever shows a message. Resolves to the message of the line. */
const drained = (forMs: number) => async () => {
  const log = recordLog();
  const queue = { changeVisibility: async () => [] };
  const parts = { log, queue, minIntervalMs: 3400, clock: { now: () => 0 }, memory: { end: () => undefined } };
  await drainGroup(parts as never, { messages: [MESSAGE], isWhole: true } as never, forMs);
  return log.lines.find(({ level }) => level === 'ERROR')?.['message'];
};

const inTest = (name: string, words: string) => ({ file: `test/${name}.test.ts`, words });

/** A way to each line. */
export const logLines: Provocations<typeof LOG_LINES> = {
  logParked: parked(async () => undefined),
  logNotParked: parked(() => Promise.reject(new Error('no'))),
  logNoTime: drained(0),
  logNotProcessed: drained(60_000),
  logRules: inTest('end-to-end/rules', 'rules not used'),
  logBug: inTest('queue/lane/follow-up', 'message not posted, bug in the code'),
  logRenderer: inTest('sources/interpret', 'renderer failed'),
  logTools: inTest('sources/interpret', 'tools failed'),
  logRemindersOld: inTest('watch/reminders/tell-tick', 'reminders lost, tick too old'),
  logRemindersLost: inTest('watch/reminders/tell-tick', 'reminders lost, the last try failed'),
  logRemindersPart: inTest('watch/reminders/read-due', 'reminders told without the regions that could not be read'),
  logSummaryOld: inTest('watch/summary/tell-summaries', 'summary lost, tick too old'),
  logSummaryPart: inTest('watch/summary/tell-summaries', 'summary told without what could not be read'),
};

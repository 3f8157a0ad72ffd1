import { systemClock } from '../../src/base/clock.js';
import { silentLog } from '../../src/base/log.js';
import type { Format } from '../../src/domain/format.js';
import { NOBODY } from '../../src/domain/mentions.js';
import type { Notification } from '../../src/domain/notification.js';
import type { RenderContext } from '../../src/renderers/renderer.js';
import { allRenderers } from '../../src/renderers/renderers.js';
import type { Routing } from '../../src/routing/route.js';
import { toldTo } from '../../src/routing/told-to.js';
import { createInterpret } from '../../src/sources/interpret.js';
import { summaryWordsOf } from '../../src/text/summary-words.js';
import { tickWordsOf } from '../../src/text/watch-words.js';
import type { Language } from '../../src/text/words.js';
import { SLOT_MS } from '../../src/watch/alarm/slot.js';
import { cloudWatchOf } from '../../src/watch/cloudwatch.js';
import { readSummaries } from '../../src/watch/summary/read-summaries.js';
import { summaryMessage } from '../../src/watch/summary/summary-message.js';
import { dueSummaries } from '../../src/watch/summary/summary-time.js';
import { inProcessClient } from '../cloudwatch/in-process-client.js';
import { createWatchedAlarms } from '../cloudwatch/watched-alarms.js';
import { SUMMARY_PLACE, SUMMARY_ROUTES, SUMMARY_TIME, SUMMARY_TOPICS, type SummaryCase } from './cases.js';

const FUNCTION_ARN = 'arn:aws-cn:lambda:cn-north-1:111122223333:function:wecomrobot-prod-notify';

/** Plays what happened before a morning, and resolves to the summaries of that morning. */
export async function playSummary(
  { play, parked, unread, hasForeign = false }: SummaryCase,
  renderContext: RenderContext,
  language: Language,
  format: Format,
): Promise<readonly Notification[]> {
  let now = Date.parse('2026-11-20T00:00:00Z');
  const alarms = createWatchedAlarms(SUMMARY_PLACE, () => now);
  play(alarms, (time) => {
    now = Date.parse(`2026-${time.replace(' ', 'T')}:00+08:00`);
  });
  now = SUMMARY_TIME;
  const { words, timeZone } = renderContext;
  const routing: Routing = { routes: SUMMARY_ROUTES, format, timeZone, mentionOnAlarm: NOBODY };
  const clock = { ...systemClock, now: () => now };
  const slot = { from: SUMMARY_TIME - SLOT_MS, to: SUMMARY_TIME };
  const nothing = createWatchedAlarms('cn-northwest-1:111122223333', () => now);
  const { facts } = await readSummaries(
    dueSummaries(SUMMARY_ROUTES, slot, timeZone),
    (region) => {
      const reader = cloudWatchOf(inProcessClient((region === 'cn-north-1' ? alarms : nothing).answers));
      const refuse = () => Promise.reject(Object.assign(new Error('no'), { name: unread?.reason }));
      return region === unread?.region ? { ...reader, alarms: refuse } : reader;
    },
    {
      ...{ routing, language, timeZone, hasForeign, clock, region: 'cn-north-1', readsAcks: true, log: silentLog },
      isLastTry: true,
      interpret: createInterpret({ renderContext, log: silentLog, renderers: allRenderers }),
      toldTo: (draft, at) => toldTo(draft, routing, at),
      roads: { topics: SUMMARY_TOPICS, functionArn: FUNCTION_ARN, hasAlarmRule: false, service: 'wecomrobot' },
      readParked: async () => parked,
      deadlineMs: SUMMARY_TIME + 20_000,
    },
  );
  return facts.map((one) =>
    summaryMessage(one, { words: tickWordsOf(words, language), summary: summaryWordsOf(language), timeZone, format }),
  );
}

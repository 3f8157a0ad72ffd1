import { alarmBySns, snsOf } from '../../local/samples/alarm-events.js';
import { sampleKey } from '../../local/secrets-manager/sample-secret.js';
import { readConfig } from '../../src/app/config.js';
import { systemClock } from '../../src/base/clock.js';
import { arrayAt } from '../../src/base/json.js';
import { silentLog } from '../../src/base/log.js';
import { NOBODY } from '../../src/domain/mentions.js';
import type { Draft, Notification } from '../../src/domain/notification.js';
import { createQueueDispatch } from '../../src/queue/enqueue.js';
import { route } from '../../src/routing/route.js';
import { NO_ROUTES, type Rule } from '../../src/routing/rule.js';
import { parseRobotSecret } from '../../src/secrets/robot-secret.js';
import { wordsOf } from '../../src/text/words.js';
import { judgeEvent } from '../../src/verdict/verdict.js';
import { compose } from '../../src/wecom/compose/compose.js';
import { merge } from '../../src/wecom/compose/merge.js';
import { partsOf } from '../../src/wecom/compose/parts.js';
import { drainer } from '../bench/subjects/drainer.js';
import { readSample } from '../samples/read-sample.js';

/** A step of an alarm's way, and what there is more and more of. */
export interface GrowthWork {
  readonly step: string;
  /** The unit of its size, and the sizes at 1x and 100x. */
  readonly of: string;
  /** Makes the work of this size, which is done several times. */
  readonly make: (size: number) => () => unknown;
}

const words = wordsOf('zh-CN');
const config = { ...readConfig({}), routes: NO_ROUTES };
const AT = Date.UTC(2026, 10, 1);
/** Bytes of the smallest event: a hundred times that is the most that EventBridge takes. */
const EVENT_BYTES = 2560;
const FEW = 10;
const ROBOTS = 2;
const RULES = 2;

const range = (count: number): readonly number[] => Array.from({ length: count }, (_, index) => index);

/** An event of SNS with so many alarms. */
function eventOf(count: number): object {
  return {
    Records: range(count).flatMap((number) => arrayAt(alarmBySns({ name: `支付网关 ${number}`, at: AT }), 'Records')),
  };
}

function draftOf(number: number, details = '五分钟内超过阈值。请先看发布记录。'): Extract<Draft, { kind: 'rendered' }> {
  return {
    kind: 'rendered',
    id: `alarm:${number}`,
    renderer: 'cloudwatch-alarm',
    severity: 'critical',
    status: '告警',
    title: `告警 ${number}：支付网关 5xx > 10`,
    where: '生产 ap-southeast-1',
    fields: [{ label: '当前值', value: String(number) }],
    details,
    occurredAt: AT,
    origin: { source: 'sns', account: '111122223333', region: 'ap-southeast-1', alarmName: `支付网关-${number}` },
    overrides: {},
  };
}

function notificationOf(number: number, robots = 1, details?: string): Notification {
  const { overrides: _, ...draft } = draftOf(number, details);
  return { ...draft, robot: `group-${number % robots}`, mentions: NOBODY, format: 'text' };
}

/** A caller's own text, which is divided if it is long. */
function writtenOf(number: number, bytes: number): Notification {
  const { id, renderer, severity, occurredAt, origin } = draftOf(number);
  const body = textOf(bytes);
  return {
    kind: 'written',
    title: '',
    body,
    id,
    renderer,
    severity,
    occurredAt,
    origin,
    robot: 'default',
    mentions: NOBODY,
    format: 'text',
  };
}

const notifications = (count: number, robots = 1): readonly Notification[] =>
  range(count).map((number) => notificationOf(number, robots));

/** Returns a function that queues these, in batches of ten, with a queue that takes everything. */
function enqueuer(queued: readonly Notification[]): () => unknown {
  const queue = { send: async () => [] };
  const dispatch = createQueueDispatch({ queue, maxBytes: config.queueMaxBytes, clock: systemClock, log: silentLog });
  return () => dispatch(queued, systemClock.now() + 60_000);
}

function routingBy(rules: readonly Rule[]) {
  return { routes: { rules, accounts: {} }, format: 'text', timeZone: 'UTC', mentionOnAlarm: NOBODY } as const;
}

const rulesOf = (count: number): readonly Rule[] =>
  range(count).map((number) => ({
    name: `rule ${number}`,
    match: {
      severity: ['critical'],
      account: ['111122223333'],
      alarmName: [`*a*b*${number}-*`],
      text: [`word-${number}`],
    },
    robots: ['dba'],
  }));

const mergeable = (all: readonly Notification[]) => all.map((notification) => ({ notification, whom: '' }));
const LINE = '订单服务在五分钟内有 12 次失败 failed to connect to database。';
/** A text of so many bytes, roughly. */
const textOf = (bytes: number): string => `${LINE}\n`.repeat(Math.ceil(bytes / Buffer.byteLength(LINE)));
const pairsOf = (bytes: number): object =>
  Object.fromEntries(
    range(Math.ceil(bytes / 64)).map((number) => [
      `field${number}`,
      { state: 'running', value: `${LINE.slice(0, 8)}${number}` },
    ]),
  );
const secretOf = (robots: number): string =>
  JSON.stringify({
    robots: Object.fromEntries(
      range(robots).map((number) => [number === 0 ? 'default' : `group-${number}`, sampleKey(number + 1)]),
    ),
  });

const BY_NUMBER = 'notifications, from 10';
const BY_BYTES = 'bytes of an event, 2.5 to 256 kB';
const BY_RULES = 'rules, 2 to 200';
const BY_ROBOTS = 'robots, 2 to 200';

/** Every step of the way. */
export const GROWTH_WORK: readonly GrowthWork[] = [
  {
    step: 'read and render',
    of: BY_NUMBER,
    make: (size) => {
      const event = eventOf(FEW * size);
      return () => readSample(event, config);
    },
  },
  {
    step: 'judge',
    of: BY_NUMBER,
    make: (size) => {
      const bodies = range(FEW * size).map((number) => ({ order: number, state: 'failed', text: LINE }));
      return () => bodies.map((body) => judgeEvent(body, ['Order Event']));
    },
  },
  {
    step: 'route',
    of: BY_NUMBER,
    make: (size) => {
      const drafts = range(FEW * size).map((number) => draftOf(number));
      const routing = routingBy(rulesOf(FEW));
      return () => drafts.map((draft) => route(draft, routing, AT));
    },
  },
  {
    step: 'divide',
    of: BY_NUMBER,
    make: (size) => {
      const all = range(FEW * size).map((number) => writtenOf(number, EVENT_BYTES));
      return () => all.map((one) => partsOf(one, words));
    },
  },
  { step: 'enqueue', of: BY_NUMBER, make: (size) => enqueuer(notifications(FEW * size)) },
  { step: 'drain', of: BY_NUMBER, make: (size) => drainer(notifications(FEW * size), words) },
  {
    step: 'merge',
    of: BY_NUMBER,
    make: (size) => {
      const all = mergeable(notifications(FEW * size));
      return () => merge(all, words, config.timeZone);
    },
  },
  {
    step: 'compose',
    of: BY_NUMBER,
    make: (size) => {
      const all = notifications(FEW * size);
      return () => all.map((one) => compose(one, words));
    },
  },
  {
    step: 'read and render',
    of: BY_BYTES,
    make: (size) => {
      const event = snsOf(
        JSON.stringify({ source: 'shop', 'detail-type': 'Order', ...pairsOf(EVENT_BYTES * size) }),
        AT,
      );
      return () => readSample(event, config);
    },
  },
  {
    step: 'read and render a text',
    of: BY_BYTES,
    make: (size) => {
      const event = snsOf(textOf(EVENT_BYTES * size), AT);
      return () => readSample(event, config);
    },
  },
  {
    step: 'judge',
    of: BY_BYTES,
    make: (size) => {
      const body = pairsOf(EVENT_BYTES * size);
      return () => judgeEvent(body, ['Order Event']);
    },
  },
  {
    step: 'divide',
    of: BY_BYTES,
    make: (size) => {
      const long = writtenOf(1, EVENT_BYTES * size);
      return () => partsOf(long, words);
    },
  },
  {
    step: 'enqueue',
    of: BY_BYTES,
    make: (size) => enqueuer([notificationOf(1, 1, textOf(EVENT_BYTES * size))]),
  },
  {
    step: 'compose',
    of: BY_BYTES,
    make: (size) => {
      const long = notificationOf(1, 1, textOf(EVENT_BYTES * size));
      return () => compose(long, words);
    },
  },
  {
    step: 'route',
    of: BY_RULES,
    make: (size) => {
      const draft = draftOf(1);
      const routing = routingBy(rulesOf(RULES * size));
      return () => route(draft, routing, AT);
    },
  },
  { step: 'enqueue', of: BY_ROBOTS, make: (size) => enqueuer(notifications(ROBOTS * size, ROBOTS * size)) },
  {
    step: 'drain',
    of: BY_ROBOTS,
    make: (size) => drainer(notifications(ROBOTS * size, ROBOTS * size), words),
  },
  {
    step: 'read the secret',
    of: BY_ROBOTS,
    make: (size) => {
      const text = secretOf(ROBOTS * size);
      return () => parseRobotSecret(text, 'wecomrobot', config.wecomBaseUrl);
    },
  },
];

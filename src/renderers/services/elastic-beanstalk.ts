import { consoleLink } from '../../aws/console-link.js';
import type { ServiceEvent } from '../../aws/service-event.js';
import type { JsonObject } from '../../base/json.js';
import { getOwn } from '../../base/json.js';
import { parseTime } from '../../text/format.js';
import type { Words } from '../../text/words.js';
import type { RenderContext, Rendered, Renderer } from '../renderer.js';
import { type EventState, stateOfText } from '../toolkit/event-state.js';
import { field, timeField } from '../toolkit/field.js';
import { firstText } from '../toolkit/first-value.js';
import { titleOf } from '../toolkit/title.js';
import { stateFor, type Verdict } from '../toolkit/verdict.js';

/** Lines of the SNS message, and the EventBridge keys of the same values. */
const LINES = {
  Application: 'ApplicationName',
  Environment: 'EnvironmentName',
  Message: 'Message',
  Timestamp: 'EventDate',
} as const;

/** Health colours and, of enhanced health, words. */
const HEALTH: readonly (readonly [word: RegExp, verdict: Verdict])[] = [
  [/^(red|severe|degraded)$/i, ['error', 'unhealthy']],
  [/^(yellow|warning)$/i, ['warning', 'warning']],
  [/^(green|ok)$/i, ['recovery', 'recovered']],
  [/^(grey|info|pending|unknown|suspended|nodata)$/i, ['info', 'notice']],
];

/** Messages of success whose other words mislead. */
const SUCCESS = /\b(was deployed|successfully|completed)\b/i;

const SEVERITIES: Readonly<Record<string, Verdict>> = {
  ERROR: ['error', 'failed'],
  FATAL: ['error', 'failed'],
  WARN: ['warning', 'warning'],
};

/**
 * An AWS Elastic Beanstalk environment: health, deployments, managed updates; by EventBridge, or by its own SNS notifications.
 * @see https://docs.aws.amazon.com/elasticbeanstalk/latest/dg/AWSHowTo.eventbridge.html
 */
export const elasticBeanstalk: Renderer = {
  name: 'elastic-beanstalk',
  matches: ({ detail, detailType, source, text }) =>
    (source === 'aws.elasticbeanstalk' && !detailType.endsWith('via CloudTrail')) ||
    (/ status change$/i.test(detailType) && firstText(detail, 'EnvironmentName') !== undefined) ||
    Object.keys(LINES).every((name) => lineOf(name, text) !== undefined),
  render(event, { words, timeZone }: RenderContext): Rendered {
    const { label, resourceKind } = words;
    const detail = event.detailType ? event.detail : readLines(event);
    const application = firstText(detail, 'ApplicationName');
    const occurredAt = parseTime(firstText(detail, 'EventDate')) ?? event.occurredAt;
    return {
      ...outcomeOfDetail(detail, words),
      title: titleOf(resourceKind.beanstalkEnvironment, firstText(detail, 'EnvironmentName') ?? application),
      fields: [
        field(label.application, application),
        field(label.state, firstText(detail, 'Status')),
        timeField(label.time, occurredAt, timeZone),
      ],
      details: firstText(detail, 'Message'),
      link: consoleLink('beanstalk', event.region),
      occurredAt,
      state: firstText(detail, ['Status', 'Severity']),
    };
  },
};

function outcomeOfDetail(detail: JsonObject, words: Words): EventState {
  const message = firstText(detail, 'Message') ?? '';
  const health = /transitioned from \w+ to (\w+)/i.exec(message)?.[1];
  const [, verdict] = HEALTH.find(([word]) => word.test(health ?? '')) ?? [];
  const severe = getOwn(SEVERITIES, firstText(detail, 'Severity') ?? '');
  if (verdict ?? severe) return stateFor(verdict ?? severe ?? ['info', 'notice'], words);
  if (SUCCESS.test(message)) return stateFor(['recovery', 'succeeded'], words);
  return stateOfText(message, words) ?? stateFor(['info', 'notice'], words);
}

function readLines({ text }: ServiceEvent): JsonObject {
  return Object.fromEntries(Object.entries(LINES).map(([name, key]) => [key, lineOf(name, text)]));
}

function lineOf(name: string, text: string): string | undefined {
  return new RegExp(`^${name}: (.*)$`, 'm').exec(text)?.[1];
}

import { consoleLink } from '../../aws/console-link.js';
import type { ServiceEvent } from '../../aws/service-event.js';
import { getOwn } from '../../base/json.js';
import type { Words } from '../../text/words.js';
import type { RenderContext, Rendered, Renderer } from '../renderer.js';
import { stateOfText } from '../toolkit/event-state.js';
import { field, timeField } from '../toolkit/field.js';
import { firstText } from '../toolkit/first-value.js';
import { readableSentence } from '../toolkit/readable-sentence.js';
import { titleOf } from '../toolkit/title.js';
import { stateFor, type Verdict } from '../toolkit/verdict.js';

/**
 * OpenSearch's own severity, whose levels are `Informational`, `Low`, `Medium` and `High`: a red cluster whose recovery has
 * `Started` is `High`, so the status alone would call it good news.
 */
const SEVERITIES: Readonly<Record<string, Verdict>> = {
  high: ['error', 'alarm'],
  medium: ['warning', 'warning'],
};

/** A software update is there to be taken: nothing happened yet. */
const AVAILABLE: Verdict = ['info', 'available'];

/** AWS's names for events, and our words for them. */
const EVENTS: Readonly<Record<string, keyof Words['awsCode']['openSearch']>> = {
  'auto-tune event': 'autoTune',
  'auto-tune events': 'autoTune',
  'automatic snapshot restore for red indices': 'redIndices',
  'disk throughput throttle': 'diskThrottle',
  'domain update validation': 'updateValidation',
  'ebs burst balance': 'burstBalance',
  'high jvm memory pressure': 'jvmPressure',
  'high shard count': 'shardCount',
  'kms key inaccessible': 'kmsKey',
  'low disk space': 'diskSpace',
  'service software update': 'softwareUpdate',
};

/** OpenSearch Service. @see https://docs.aws.amazon.com/opensearch-service/latest/developerguide/monitoring-events.html */
export const openSearch: Renderer = {
  name: 'opensearch',
  matches: ({ source, detailType }) =>
    /^Amazon OpenSearch Service /.test(detailType) ||
    (/^aws\.(es|aoss|opensearch)$/.test(source) && !detailType.endsWith('via CloudTrail')),
  render: renderDomain,
};

function renderDomain(event: ServiceEvent, { words, timeZone }: RenderContext): Rendered {
  const { detail, resources, region } = event;
  const domain = firstText(resources, '0');
  const name = firstText(detail, ['event', 'eventName']);
  const [state, severity] = [firstText(detail, 'status'), firstText(detail, 'severity')];
  const told = getOwn(SEVERITIES, (severity ?? '').toLowerCase());
  const spoken = state?.toLowerCase() === 'available' ? stateFor(AVAILABLE, words) : stateOfText(state ?? '', words);
  const outcome = spoken?.severity === 'error' || told === undefined ? spoken : stateFor(told, words);
  const known = getOwn(EVENTS, (name ?? '').toLowerCase());
  return {
    severity: outcome?.severity ?? 'info',
    status: outcome?.status ?? words.status.notice,
    title: titleOf(`OpenSearch ${domain ?? ''}`, known ? words.awsCode.openSearch[known] : name),
    fields: [
      field(words.label.state, outcome === spoken ? undefined : state),
      timeField(words.label.time, event.occurredAt, timeZone),
    ],
    details: readableSentence(firstText(detail, ['description', 'message']), timeZone),
    link: consoleLink('opensearch', region, domain),
    state,
  };
}

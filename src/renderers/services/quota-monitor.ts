import { numberAt, objectAt, textAt } from '../../base/json.js';
import { formatNumber } from '../../text/format.js';
import type { RenderContext, Rendered, Renderer } from '../renderer.js';
import { field, timeField } from '../toolkit/field.js';
import { firstText } from '../toolkit/first-value.js';
import { titleOf } from '../toolkit/title.js';
import { classify, stateFor, type Verdict } from '../toolkit/verdict.js';

const STATES: ReadonlyMap<string, Verdict> = new Map([
  ['ERROR', ['error', 'nearQuota']],
  ['WARN', ['warning', 'nearQuota']],
  ['OK', ['recovery', 'recovered']],
]);

/**
 * A quota that is nearly used up, as AWS's solution Quota Monitor tells it. Its word for that is `ERROR`, but nothing failed.
 * @see https://docs.aws.amazon.com/solutions/latest/quota-monitor-for-aws/solution-overview.html
 */
export const quotaMonitor: Renderer = {
  name: 'quota-monitor',
  matches: ({ source }) => source === 'aws-solutions.quota-monitor',
  render({ detail, occurredAt, region }, { words, timeZone }: RenderContext): Rendered {
    const item = objectAt(detail, 'check-item-detail');
    const status = textAt(detail, 'status') ?? '';
    const known = STATES.get(status.toUpperCase());
    const name = firstText(item, ['Limit Name', 'Resource']);
    return {
      ...((known && stateFor(known, words)) ??
        classify(status, undefined, words) ??
        stateFor(['info', 'notice'], words)),
      title: titleOf(`${firstText(item, 'Service') ?? ''} ${words.resourceKind.quota}`, name),
      fields: [
        field(words.label.usage, usageOf(item, words)),
        field(words.label.state, known ? undefined : status),
        timeField(words.label.time, firstText(item, 'Timestamp') ?? occurredAt, timeZone),
      ],
      region: firstText(item, 'Region') ?? region,
      state: status,
    };
  },
};

/** Returns the usage, the quota and the share: `61 / 64 vCPU（95.3%）`. */
function usageOf(item: unknown, { aside }: RenderContext['words']): string | undefined {
  const [used, limit] = [numberAt(item, 'Current Usage'), numberAt(item, 'Limit Amount')];
  if (used === undefined || limit === undefined) return undefined;
  const share = limit > 0 ? aside(`${formatNumber((100 * used) / limit, 1)}%`) : '';
  const unit = firstText(item, 'Limit Name') === undefined ? undefined : firstText(item, 'Resource');
  return `${formatNumber(used)} / ${formatNumber(limit)}${unit === undefined ? '' : ` ${unit}`}${share}`;
}

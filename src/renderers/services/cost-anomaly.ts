import { globalConsoleLink } from '../../aws/console-link.js';
import { partitionOf } from '../../aws/partition.js';
import { arrayAt, type JsonObject, numberAt, objectAt, textAt } from '../../base/json.js';
import { formatNumber } from '../../text/format.js';
import type { Words } from '../../text/words.js';
import type { RenderContext, Rendered, Renderer } from '../renderer.js';
import { field } from '../toolkit/field.js';
import { firstText } from '../toolkit/first-value.js';
import { safeAwsLink } from '../toolkit/safe-aws-link.js';

/**
 * An anomaly that AWS Cost Anomaly Detection found, through EventBridge or its SNS topic.
 * @see https://docs.aws.amazon.com/cost-management/latest/userguide/cad-alert-sns.html
 */
export const costAnomaly: Renderer = {
  name: 'cost-anomaly',
  matches: ({ detail, detailType, source }) =>
    (source === 'aws.ce' && detailType === 'Anomaly Detected') ||
    (textAt(detail, 'anomalyId') !== undefined && textAt(detail, 'impact', 'totalImpact') !== undefined),
  render({ detail, region }, { words }: RenderContext): Rendered {
    const impact = objectAt(detail, 'impact');
    const monitor = textAt(detail, 'monitorArn') ?? region;
    const sign = partitionOf(monitor) === 'aws-cn' ? '¥' : '$';
    const { label } = words;
    const what = firstText(detail, ['dimensionalValue', 'dimensionValue', 'monitorName']) ?? '';
    const extra = impactOf(impact, sign, words);
    return {
      severity: 'warning',
      status: words.status.costAnomaly,
      title: extra === undefined ? what : words.phrase.overspent(what, extra),
      fields: [
        field(label.spend, spendOf(impact, sign, words)),
        field(label.dates, daysOf(detail)),
        ...arrayAt(detail, 'rootCauses')
          .slice(0, 3)
          .map((cause) => field(label.rootCause, causeOf(cause, what, sign, words))),
        field(label.monitor, firstText(detail, 'monitorName')),
      ],
      link: safeAwsLink(textAt(detail, 'anomalyDetailsLink')) ?? globalConsoleLink('cost-anomalies', monitor),
      account: textAt(detail, 'accountId'),
      region: '', // Costs belong to an account: the region only says where they are counted.
    };
  },
};

/** China's accounts pay in CNY, all others in USD. */
function money(amount: number | undefined, sign: string): string | undefined {
  return amount === undefined ? undefined : `${sign}${formatNumber(amount)}`;
}

function impactOf(impact: JsonObject, sign: string, words: Words): string | undefined {
  const total = money(numberAt(impact, 'totalImpact'), sign);
  const share = numberAt(impact, 'totalImpactPercentage');
  return total === undefined || share === undefined ? total : `${total}${words.aside(`+${formatNumber(share, 0)}%`)}`;
}

function spendOf(impact: JsonObject, sign: string, words: Words): string | undefined {
  const actual = money(numberAt(impact, 'totalActualSpend'), sign);
  const expected = money(numberAt(impact, 'totalExpectedSpend'), sign);
  return actual === undefined || expected === undefined ? actual : words.phrase.spend(actual, expected);
}

/** Days, not times: AWS counts costs by the UTC day and writes its midnight. */
function daysOf(detail: JsonObject): string | undefined {
  const [from, to] = ['anomalyStartDate', 'anomalyEndDate'].map((key) => textAt(detail, key)?.slice(0, 10));
  return to === undefined || from === to ? from : `${from ?? ''} ~ ${to}`;
}

/** Returns a cause in one line, without the service if the title says it. */
function causeOf(cause: unknown, what: string, sign: string, words: Words): string {
  const parts = [
    firstText(cause, 'service') === what ? undefined : firstText(cause, 'service'),
    firstText(cause, 'region'),
    firstText(cause, ['linkedAccountName', 'linkedAccount']),
    firstText(cause, 'usageType'),
    money(numberAt(cause, 'impact', 'contribution'), sign),
  ];
  return parts.filter((part) => part !== undefined).join(words.listSeparator);
}

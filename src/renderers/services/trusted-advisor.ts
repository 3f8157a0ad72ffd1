import { globalConsoleLink } from '../../aws/console-link.js';
import { getOwn, type JsonObject, objectAt, textAt } from '../../base/json.js';
import type { Field } from '../../domain/content.js';
import { formatTime } from '../../text/format.js';
import type { Words } from '../../text/words.js';
import type { RenderContext, Rendered, Renderer } from '../renderer.js';
import { field, timeField } from '../toolkit/field.js';
import { firstText } from '../toolkit/first-value.js';
import { stateFor, type Verdict } from '../toolkit/verdict.js';

const STATES: ReadonlyMap<string, Verdict> = new Map([
  ['ERROR', ['error', 'actionRecommended']],
  ['WARN', ['warning', 'investigationRecommended']],
  ['OK', ['recovery', 'ok']],
]);

/** Most columns shown of a check's item: there are many, and few tell what to do. */
const MOST_COLUMNS = 5;

/** Words of columns that say what to act on, and where, before those that only describe it. */
const TELLING: ReadonlySet<string> = new Set(
  'key user location port protocol range bucket domain fraud deadline expiration expires savings'.split(' '),
);
/** Columns that only machines or AWS's own support read. */
const MINOR = /^(case id|time updated|usage)\b/i;

/** The region in an availability zone's name. */
const REGION = /^[a-z]{2}(-[a-z]+){1,2}-\d/;

/** Columns that are a row of daily numbers, or that the first line or another field already says. */
const NOISE = /^(day \d+|region.*|status|reason)$/i;

/**
 * An item of an AWS Trusted Advisor check whose colour changed.
 * @see https://docs.aws.amazon.com/awssupport/latest/user/cloudwatch-events-ta.html
 */
export const trustedAdvisor: Renderer = {
  name: 'trusted-advisor',
  matches: ({ detailType, source }) =>
    detailType.startsWith('Trusted Advisor ') ||
    (source === 'aws.trustedadvisor' && !detailType.endsWith('via CloudTrail')),
  render({ detail, occurredAt, region }, { words, timeZone }: RenderContext): Rendered {
    const state = textAt(detail, 'status') ?? '';
    const item = objectAt(detail, 'check-item-detail');
    const resource = firstText(detail, 'resource_id');
    return {
      ...stateFor(STATES.get(state.toUpperCase()) ?? ['info', 'notice'], words),
      title: `Trusted Advisor${words.colon}${textAt(detail, 'check-name') ?? ''}`,
      fields: [
        field(words.label.resource, resource),
        ...columns(item, resource, words, timeZone),
        timeField(words.label.time, occurredAt, timeZone),
      ],
      details: firstText(item, 'Reason'),
      link: globalConsoleLink('trusted-advisor', region),
      // A check belongs to the account, its items to regions.
      region: REGION.exec(firstText(item, ['Region/AZ', 'Region']) ?? '')?.[0] ?? '',
      state,
    };
  },
};

/** Without those that only repeat which resource it is. */
function columns(
  item: JsonObject,
  resource: string | undefined,
  words: Words,
  timeZone: string,
): readonly (Field | undefined)[] {
  return Object.keys(item)
    .filter((name) => !NOISE.test(name))
    .toSorted((a, b) => rankOf(a) - rankOf(b))
    .map((name) =>
      field(getOwn<string>(words.awsCode.advisorColumn, name) ?? name, shownValue(firstText(item, [name]), timeZone)),
    )
    .filter((column) => column !== undefined && (resource === undefined || !column.value.includes(resource)))
    .slice(0, MOST_COLUMNS);
}

function rankOf(column: string): number {
  if (MINOR.test(column)) return 2;
  return column
    .toLowerCase()
    .split(/[^a-z]+/)
    .some((word) => TELLING.has(word))
    ? 0
    : 1;
}

/** Times are written as milliseconds since 1970. */
function shownValue(text: string | undefined, timeZone: string): string | undefined {
  return text !== undefined && /^\d{13}$/.test(text) ? formatTime(text, timeZone) : text;
}

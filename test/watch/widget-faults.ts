import { isObject } from '../../src/base/json.js';

/** Returns what is wrong with a value, one text for each fault. */
type Check = (value: unknown, path: string) => readonly string[];

const fault = (path: string, must: string, value: unknown): readonly string[] => [
  `${path} must be ${must}: current value is ${JSON.stringify(value)}`,
];
const where =
  (must: string, accepts: (value: unknown) => boolean): Check =>
  (value, path) =>
    accepts(value) ? [] : fault(path, must, value);
const oneOf = (...words: readonly unknown[]): Check =>
  where(`one of ${words.join(', ')}`, (value) => words.includes(value));
const text = where('a text', (value) => typeof value === 'string' && value !== '');
const float = where('a number', Number.isFinite);
const flag = where('true or false', (value) => typeof value === 'boolean');
const pixels = where('a whole number from 1 to 2000', (value) => Number.isInteger(value) && inRange(value, 1, 2000));
const period = where(
  '1, 5, 10, 30 or a multiple of 60',
  (value) =>
    [1, 5, 10, 30].includes(Number(value)) ||
    (Number.isInteger(value) && Number(value) % 60 === 0 && Number(value) > 0),
);
const colour = where('a six-digit hex colour', (value) => /^#[0-9a-f]{6}$/i.test(String(value)));
const stat = where('a statistic', (value) =>
  /^(SampleCount|Average|Sum|Minimum|Maximum|IQM|p\d{1,2}(\.\d{1,10})?|(TM|TC|TS|WM|PR)\([\d.%:]+\))$/.test(
    String(value),
  ),
);
const id = where('an id', (value) => /^[a-z][A-Za-z0-9_]*$/.test(String(value)));
const time = where('an absolute time', (value) => /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d{3})?Z$/.test(String(value)));
const zone = where('+ or - and four digits', (value) => /^[+-]\d{4}$/.test(String(value)));
const inRange = (value: unknown, from: number, to: number): boolean => Number(value) >= from && Number(value) <= to;

/** Accepts an object with these keys and no others. */
const has =
  (checks: Readonly<Record<string, Check>>, required: readonly string[] = []): Check =>
  (value, path) => {
    if (!isObject(value)) return fault(path, 'an object', value);
    return [
      ...required.filter((key) => !Object.hasOwn(value, key)).map((key) => `${path}.${key} is missing`),
      ...Object.entries(value).flatMap(
        ([key, one]) => checks[key]?.(one, `${path}.${key}`) ?? [`${path}.${key} is no key of AWS's page`],
      ),
    ];
  };
const listOf =
  (item: Check): Check =>
  (value, path) =>
    Array.isArray(value) ? value.flatMap((one, index) => item(one, `${path}[${index}]`)) : fault(path, 'a list', value);

const common = { color: colour, id, label: text, visible: flag, yAxis: oneOf('left', 'right') };
const rendering = has({ ...common, period, stat });
/** Period and statistic are not applicable to an expression. */
const expression = has({ ...common, expression: text }, ['expression']);

/** `[Namespace, MetricName, Dimension1Name, Dimension1Value, …, {Options Object}]`, or `[{Options Object}]` of an expression. */
const metric: Check = (value, path) => {
  if (!Array.isArray(value)) return fault(path, 'a list', value);
  const options: unknown = value.at(-1);
  const names = isObject(options) ? value.slice(0, -1) : value;
  if (names.length === 0) return expression(options, `${path}[0]`);
  const isPaired = names.length >= 2 && names.length % 2 === 0;
  return [
    ...names.flatMap((name, index) => text(name, `${path}[${index}]`)),
    ...(isPaired ? [] : fault(path, 'namespace, name, and pairs of dimensions', names)),
    ...(isObject(options) ? rendering(options, `${path}[${names.length}]`) : []),
  ];
};

const line = { label: text, color: colour, visible: flag };
const annotations = has({
  horizontal: listOf(
    has({ ...line, value: float, fill: oneOf('above', 'below', 'none'), yAxis: oneOf('left', 'right') }, ['value']),
  ),
  vertical: listOf(has({ ...line, value: time, fill: oneOf('before', 'after', 'none') }, ['value'])),
});

const widget = has(
  {
    metrics: (value, path) => [
      ...listOf(metric)(value, path),
      ...(Array.isArray(value) && inRange(value.length, 1, 100) ? [] : fault(path, '1 to 100 metrics', value)),
    ],
    annotations,
    start: time,
    end: time,
    width: pixels,
    height: pixels,
    legend: has({ position: oneOf('bottom', 'right', 'hidden') }),
    liveData: flag,
    period,
    region: text,
    stacked: flag,
    stat,
    theme: oneOf('light', 'dark'),
    timezone: zone,
    title: text,
    view: oneOf('timeSeries', 'bar', 'pie'),
  },
  ['metrics'],
);

/**
 * Returns the faults of a metric widget by AWS's page of its structure, of the keys that ours may have: bands of annotations and
 * limits of axes are no part of it.
 * @see https://docs.aws.amazon.com/AmazonCloudWatch/latest/APIReference/CloudWatch-Metric-Widget-Structure.html
 */
export function widgetFaults(value: unknown): readonly string[] {
  return [...widget(value, 'widget'), ...idFaults(value)];
}

/** An id is unique in its widget. */
function idFaults(value: unknown): readonly string[] {
  const rows = isObject(value) && Array.isArray(value['metrics']) ? value['metrics'] : [];
  const ids = rows.flatMap((row) => {
    const options: unknown = Array.isArray(row) ? row.at(-1) : undefined;
    return isObject(options) && options['id'] !== undefined ? [options['id']] : [];
  });
  return new Set(ids).size === ids.length ? [] : [`ids are not unique: ${ids.join(', ')}`];
}

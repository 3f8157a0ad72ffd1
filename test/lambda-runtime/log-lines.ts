import { SAMPLE_PEOPLE, SAMPLE_TOKEN } from '../../local/secrets-manager/sample-secret.js';
import { arrayAt, numberAt, objectAt, parseObject, textAt } from '../../src/base/json.js';

/** Lines that hold one of the keys, a token or a whole mobile. Digits within a UUID or a digest are none: these are random. */
export function leaksIn(lines: readonly string[], keys: readonly string[]): readonly string[] {
  const secrets = [...keys, SAMPLE_TOKEN, ...Object.values(SAMPLE_PEOPLE)];
  const mobile = /(?<![\da-f])(?:86)?1[3-9]\d{9}(?![\da-f])/i;
  return lines.filter((line) => mobile.test(line) || secrets.some((secret) => line.includes(secret)));
}

export function linesThatAreNoJson(lines: readonly string[]): readonly string[] {
  return lines.filter((line) => parseObject(line) === undefined);
}

/** Lines that CloudWatch finds metrics in: `_aws` at the root, and each metric it names too. */
export function metricLines(lines: readonly string[]): readonly string[] {
  return lines.filter(
    (line) => namesOf(line).length > 0 && namesOf(line).every((name) => countIn(name, line) !== undefined),
  );
}

/** Sum of one metric over all lines. */
export function sumOf(metric: string, lines: readonly string[]): number {
  return metricLines(lines).reduce(
    (sum, line) => sum + (namesOf(line).includes(metric) ? (countIn(metric, line) ?? 0) : 0),
    0,
  );
}

function namesOf(line: string): readonly string[] {
  const metrics = objectAt(parseObject(line), '_aws', 'CloudWatchMetrics', 0);
  return arrayAt(metrics, 'Metrics').flatMap((one) => textAt(one, 'Name') ?? []);
}

function countIn(metric: string, line: string): number | undefined {
  return numberAt(parseObject(line), metric);
}

/** The numbers in CloudWatch's sentence about a state. Any it does not mention are absent. */
export interface Reason {
  /** The datapoints it quotes, the latest first. */
  readonly values: readonly number[];
  readonly comparison?: Comparison;
  readonly threshold?: number;
  /** The edges of the anomaly band at the latest datapoint. */
  readonly lower?: number;
  readonly upper?: number;
  /** The datapoints concerned, out of how many: `3 out of the last 5`; 3 of 3 if it just says `3 datapoints`. */
  readonly datapoints?: Share;
  /** The number of missing datapoints, and how they were treated. */
  readonly missing?: Missing;
  /** The number of datapoints of an alarm without data. */
  readonly unknown?: number;
  /** The number of an alarm's time series in ALARM, out of how many. */
  readonly contributors?: Share;
}

/** The comparison of a datapoint with the threshold; a negation in the sentence is dropped, as the alarm's rule stays the same. */
export type Comparison = '>' | '≥' | '<' | '≤';

/** The comparison operators that CloudWatch's API knows. */
export const COMPARISON_OPERATORS: Readonly<Record<string, Comparison>> = {
  GreaterThanThreshold: '>',
  GreaterThanOrEqualToThreshold: '≥',
  LessThanThreshold: '<',
  LessThanOrEqualToThreshold: '≤',
};

interface Share {
  readonly count: number;
  readonly of: number;
}

interface Missing {
  readonly count: number;
  readonly periods?: number;
  readonly treatedAs: 'breaching' | 'nonBreaching' | 'other';
}

/** Longest reason CloudWatch writes is 1,023 characters: more is not its own. */
const MAX_CHARACTERS = 2000;

/** A clause that the sentence may contain, in lower case, and a word it always uses: the pattern is tried only if that word is found. */
type Clause = readonly [word: string, pattern: RegExp];

const NUMBER = String.raw`-?\d+(?:\.\d+)?(?:e-?\d+)?`;

/** A datapoint with its time, `12.5 (22/11/26 12:01:00)`, or one alone in brackets, as it was written before 2017. */
const DATED = new RegExp(String.raw`(?:^|[[,\s])(${NUMBER}) \(\d\d\/\d\d\/\d\d `, 'g');
const ALONE: Clause = ['datapoint', new RegExp(String.raw`datapoints? [[(](${NUMBER})[\])]`)];
const THRESHOLD: Clause = ['the threshold (', new RegExp(String.raw`the threshold \((${NUMBER})\)`)];
const LOWER: Clause = ['lower threshold', new RegExp(String.raw`lower thresholds? \[(${NUMBER})`)];
const UPPER: Clause = ['upper threshold', new RegExp(String.raw`upper thresholds? \[(${NUMBER})`)];
const COMPARISON: Clause = ['the threshold', /\b(greater|less) than( or equal to)? the threshold/];
const SHARE: Clause = [' out of ', /\b(\d+) out of (?:the last )?(\d+) (?:datapoints?|query results?)/];
const COUNT: Clause = [' crossed: ', /^thresholds? crossed: (\d+) (?:datapoints?|query results?)/];
const RECEIVED: Clause = [' received for ', /datapoints? (?:was|were) received for (\d+) periods?/];
const MISSING: Clause = [' treated as ', /\b(\d+) missing datapoints? (?:was|were) treated as \[(\w+)\]/];
const UNKNOWN: Clause = [' unknown', /^insufficient data: (\d+) datapoints? (?:was|were) unknown/];
const CONTRIBUTORS: Clause = [' contributor', /\b(\d+) out of (\d+) contributors? evaluated to alarm/];

const COMPARISONS = { greater: ['>', '≥'], less: ['<', '≤'] } as const;

/**
 * Reads the sentence that explains an alarm's state. It is the only field in which all three sources carry threshold and
 * comparison. `undefined` if CloudWatch did not write it: a person's words, or an error.
 * @see https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/alarm-evaluation.html
 */
export function parseReason(reason: string): Reason | undefined {
  const text = reason.slice(0, MAX_CHARACTERS).toLowerCase();
  const comparison = comparisonIn(text);
  const threshold = numberIn(text, THRESHOLD);
  const lower = numberIn(text, LOWER);
  const upper = numberIn(text, UPPER);
  const datapoints = shareIn(text, SHARE) ?? countIn(text);
  const missing = missingIn(text);
  const unknown = numberIn(text, UNKNOWN);
  const contributors = shareIn(text, CONTRIBUTORS);
  const parsed = {
    values: valuesIn(text),
    ...(comparison !== undefined && { comparison }),
    ...(threshold !== undefined && { threshold }),
    ...(lower !== undefined && { lower }),
    ...(upper !== undefined && { upper }),
    ...(datapoints !== undefined && { datapoints }),
    ...(missing !== undefined && { missing }),
    ...(unknown !== undefined && { unknown }),
    ...(contributors !== undefined && { contributors }),
  };
  return Object.keys(parsed).length > 1 ? parsed : undefined;
}

function clauseIn(text: string, [word, pattern]: Clause): RegExpExecArray | null {
  return text.includes(word) ? pattern.exec(text) : null;
}

function numberIn(text: string, clause: Clause): number | undefined {
  const found = clauseIn(text, clause)?.[1];
  return found === undefined ? undefined : Number(found);
}

function valuesIn(text: string): readonly number[] {
  const dated = Array.from(text.matchAll(DATED), ([, value]) => Number(value));
  const alone = dated.length > 0 ? undefined : numberIn(text, ALONE);
  return alone === undefined ? dated : [alone];
}

function comparisonIn(text: string): Comparison | undefined {
  const found = clauseIn(text, COMPARISON);
  if (found === null) return undefined;
  const side = found[1] === 'less' ? COMPARISONS.less : COMPARISONS.greater;
  return side[found[2] === undefined ? 0 : 1];
}

function shareIn(text: string, clause: Clause): Share | undefined {
  const found = clauseIn(text, clause);
  return found === null ? undefined : { count: Number(found[1]), of: Number(found[2]) };
}

function countIn(text: string): Share | undefined {
  const count = clauseIn(text, RECEIVED) ? undefined : numberIn(text, COUNT);
  return count === undefined ? undefined : { count, of: count };
}

function missingIn(text: string): Missing | undefined {
  const periods = numberIn(text, RECEIVED);
  const found = clauseIn(text, MISSING);
  if (found === null) return periods === undefined ? undefined : { count: periods, periods, treatedAs: 'other' };
  const treatedAs = { breaching: 'breaching', nonbreaching: 'nonBreaching' } as const;
  const [, , word] = found;
  return {
    count: Number(found[1]),
    ...(periods !== undefined && { periods }),
    treatedAs: word === 'breaching' || word === 'nonbreaching' ? treatedAs[word] : 'other',
  };
}

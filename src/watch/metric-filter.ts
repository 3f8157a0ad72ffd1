/** The metric filter behind a metric: it counts what it finds in a log group. */
export interface MetricFilter {
  readonly logGroup: string;
  /** A query of Logs Insights that finds the same. Absent if its pattern has no short equal. */
  readonly query?: string;
}

/** Longest pattern that is read, in characters. CloudWatch Logs takes 1,024. */
const MAX_PATTERN = 1024;

/**
 * Returns a query of Logs Insights that finds what a metric filter counts, or `undefined` if the pattern is one that has no short
 * equal: with brackets, wildcards, fields without names, terms of which some are optional.
 * @see https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/FilterAndPatternSyntax.html
 */
export function insightsQuery(pattern: string): string | undefined {
  const text = pattern.trim();
  if (text.length > MAX_PATTERN) return undefined;
  const filter =
    text === '' ? '' : text.startsWith('{') ? jsonFilter(text) : text.startsWith('[') ? undefined : termFilter(text);
  if (filter === undefined) return undefined;
  return ['fields @timestamp, @message', ...(filter === '' ? [] : [`filter ${filter}`]), 'sort @timestamp desc'].join(
    ' | ',
  );
}

/** A quoted term, a regular expression, or a word, with what may stand before it. */
const TERM = /([?-]?)(?:"((?:[^"\\]|\\.)*)"|%([^%]*)%|([^\s"%]+))(?:\s+|$)/y;

interface Term {
  readonly sign: string;
  readonly test: string;
}

function termFilter(text: string): string | undefined {
  const terms = termsIn(text);
  if (terms === undefined) return undefined;
  const isOptional = terms.map(({ sign }) => sign === '?');
  if (isOptional.every(Boolean)) return terms.map(({ test }) => `@message like ${test}`).join(' or ');
  if (isOptional.some(Boolean)) return undefined;
  return terms.map(({ sign, test }) => `@message ${sign === '-' ? 'not like' : 'like'} ${test}`).join(' and ');
}

function termsIn(text: string): readonly Term[] | undefined {
  const terms: Term[] = [];
  for (let at = 0; at < text.length; at = TERM.lastIndex) {
    TERM.lastIndex = at;
    const found = TERM.exec(text);
    if (!found) return undefined;
    const [, sign = '', quoted, expression, word] = found;
    const test =
      expression === undefined
        ? JSON.stringify(quoted?.replace(/\\(.)/g, '$1') ?? word)
        : `/${withoutBareSlashes(expression)}/`;
    terms.push({ sign, test });
  }
  return terms;
}

/** Returns a regular expression as it stands between slashes: a bare one would end it. One that is escaped stays. */
function withoutBareSlashes(expression: string): string {
  return expression.replace(/\\.|\//g, (found) => (found === '/' ? '\\/' : found));
}

const OPERATORS = ['!=', '>=', '<=', '=', '>', '<'] as const;

function jsonFilter(text: string): string | undefined {
  if (!text.endsWith('}')) return undefined;
  const inner = text.slice(1, -1).trim();
  const isEither = inner.includes('||');
  if (isEither && inner.includes('&&')) return undefined;
  const parts = inner.split(isEither ? '||' : '&&').map((part) => comparison(part.trim()));
  return parts.includes(undefined) ? undefined : parts.join(isEither ? ' or ' : ' and ');
}

/** Reads `$.level = "error"` or `$.status >= 500`. */
function comparison(text: string): string | undefined {
  const start = text.search(/[=!<>]/);
  const field = text.slice(0, Math.max(start, 0)).trim();
  const operator = OPERATORS.find((one) => text.startsWith(one, start));
  if (operator === undefined || !/^\$\.[\w.]+$/.test(field)) return undefined;
  const value = text.slice(start + operator.length).trim();
  const isPlain = /^"[^"\\*]*"$/.test(value) || /^-?\d+(\.\d+)?$/.test(value);
  return isPlain ? `${field.slice('$.'.length)} ${operator} ${value}` : undefined;
}

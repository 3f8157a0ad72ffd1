/** The metric that a Metrics Insights query selects. */
interface MetricsQuery {
  /** `AVG`, `SUM` …, as written. */
  readonly aggregate: string;
  readonly name: string;
  readonly namespace: string;
}

/** A quoted name, a bracket or comma, or a word. */
const TOKEN = /"[^"]*"|[(),]|[^\s"(),]+/g;
/** More than the beginning of a query needs, in characters. */
const MAX_CHARACTERS = 1200;

/**
 * Reads the beginning of a Metrics Insights query: `SELECT AVG(CPUUtilization) FROM SCHEMA("AWS/EC2", InstanceId) …`.
 * Returns `undefined` if it is another expression.
 * @see https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/cloudwatch-metrics-insights-querylanguage.html
 */
export function readMetricsQuery(expression: string): MetricsQuery | undefined {
  const tokens = expression.slice(0, MAX_CHARACTERS).match(TOKEN) ?? [];
  const [select, aggregate, open, name, close, from, ...source] = tokens;
  const isQuery = isWord(select, 'SELECT') && open === '(' && close === ')' && isWord(from, 'FROM');
  const namespace = isWord(source[0], 'SCHEMA') && source[1] === '(' ? source[2] : source[0];
  if (!isQuery || aggregate === undefined || name === undefined || namespace === undefined) return undefined;
  return { aggregate, name: unquoted(name), namespace: unquoted(namespace) };
}

function isWord(token: string | undefined, word: string): boolean {
  return token?.toUpperCase() === word;
}

function unquoted(name: string): string {
  return name.startsWith('"') ? name.slice(1, -1) : name;
}

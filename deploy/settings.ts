import { PRESETS } from './event-patterns.js';

/** The block at the top of serverless.yml, checked. */
export interface Settings {
  readonly secretId: string;
  readonly secretKmsKeyArn: string;
  readonly http: 'token' | 'iam' | 'off';
  readonly alarmRule: boolean;
  readonly eventPatterns: readonly string[];
  readonly topicArns: readonly string[];
  readonly trustedAccountIds: readonly string[];
  readonly organizationId: string;
  readonly opsEmail: string;
  readonly opsTopicArn: string;
  readonly accountNames: Readonly<Record<string, string>>;
  readonly mentionOnAlarm: string;
  readonly language: string;
  readonly timeZone: string;
  readonly format: string;
  readonly architecture: string;
  readonly memorySize: number;
  readonly logRetentionInDays: number;
}

/** A setting with a value that its rule forbids, or two that contradict each other. */
export class SettingsError extends Error {
  override readonly name = 'SettingsError';
}

interface Rule {
  readonly default: unknown;
  /** For the error: `one of token, iam, off`. */
  readonly allowed: string;
  readonly accepts: (value: unknown) => boolean;
}

const ARN = (service: string): RegExp => new RegExp(`^arn:aws[a-z-]*:${service}:`);
/** What CloudWatch Logs takes. @see https://docs.aws.amazon.com/AmazonCloudWatchLogs/latest/APIReference/API_PutRetentionPolicy.html */
const RETENTION_DAYS = [
  1, 3, 5, 7, 14, 30, 60, 90, 120, 150, 180, 365, 400, 545, 731, 1096, 1827, 2192, 2557, 2922, 3288, 3653,
];

const oneOf = (first: string, ...others: readonly string[]): Rule => ({
  default: first,
  allowed: `one of ${[first, ...others].map((value) => value || 'empty').join(', ')}`,
  accepts: (value) => [first, ...others].includes(String(value)),
});
const text = (pattern: RegExp, allowed: string, byDefault = ''): Rule => ({
  default: byDefault,
  allowed,
  accepts: (value) => typeof value === 'string' && (value === byDefault || pattern.test(value)),
});
const listOf = (accepts: (value: unknown) => boolean, allowed: string): Rule => ({
  default: [],
  allowed: `a list of ${allowed}`,
  accepts: (value) => Array.isArray(value) && value.every(accepts),
});
const matches =
  (pattern: RegExp) =>
  (value: unknown): boolean =>
    typeof value === 'string' && pattern.test(value);

const RULES: Readonly<Record<keyof Settings, Rule>> = {
  secretId: text(
    /^(arn:aws[a-z-]*:secretsmanager:[a-z0-9-]+:\d{12}:secret:)?[\w/+=.@-]{1,512}$/,
    'a secret name or ARN',
    'wecomrobot/robots',
  ),
  secretKmsKeyArn: text(ARN('kms'), 'empty, or the ARN of a KMS key'),
  http: oneOf('', 'token', 'iam', 'off'),
  alarmRule: oneOf('off', 'on'),
  eventPatterns: listOf((value) => Object.hasOwn(PRESETS, String(value)), Object.keys(PRESETS).join(', ')),
  topicArns: listOf(matches(ARN('sns')), 'SNS topic ARNs'),
  trustedAccountIds: listOf(matches(/^\d{12}$/), '12-digit account ids in quotes'),
  organizationId: text(/^o-[a-z0-9]{10,32}$/, 'empty, or an organization id (o-…)'),
  opsEmail: text(/^[^@\s]+@[^@\s]+\.[^@\s]+$/, 'empty, or an e-mail address'),
  opsTopicArn: text(ARN('sns'), 'empty, or the ARN of an SNS topic'),
  accountNames: {
    default: {},
    allowed: 'a map of 12-digit account ids in quotes to names without , ; =',
    accepts: (value) =>
      typeof value === 'object' &&
      value !== null &&
      Object.entries(value).every(
        ([id, name]) => /^\d{12}$/.test(id) && typeof name === 'string' && /^[^,，;=:：\n]+$/.test(name),
      ),
  },
  mentionOnAlarm: text(/\S/, 'empty, @all, mobiles or names of people'),
  language: oneOf('zh-CN', 'en'),
  timeZone: { default: 'Asia/Shanghai', allowed: 'an IANA time zone', accepts: isTimeZone },
  format: oneOf('text', 'markdown', 'markdown_v2'),
  architecture: oneOf('arm64', 'x86_64'),
  memorySize: {
    default: 256,
    allowed: 'a whole number of megabytes from 128 to 10240',
    accepts: (value) => Number.isInteger(value) && Number(value) >= 128 && Number(value) <= 10_240,
  },
  logRetentionInDays: {
    default: 30,
    allowed: `one of ${RETENTION_DAYS.join(', ')}`,
    accepts: (value) => RETENTION_DAYS.includes(Number(value)),
  },
};

function isTimeZone(value: unknown): boolean {
  try {
    return typeof value === 'string' && Boolean(new Intl.DateTimeFormat('en', { timeZone: value }));
  } catch {
    return false; // Intl throws a RangeError for a zone it does not know.
  }
}

/**
 * Checks the settings, and what they say together.
 * @param region the region deployed to, which decides the partition.
 * @throws SettingsError that names the setting, the allowed values and the value.
 */
export function readSettings(given: unknown, region: string): Settings {
  const values: Record<string, unknown> = typeof given === 'object' && given !== null ? { ...given } : {};
  for (const name of Object.keys(values)) {
    if (!Object.hasOwn(RULES, name))
      throw new SettingsError(`Cannot use the setting ${name} as it must be one of ${Object.keys(RULES).join(', ')}`);
  }
  const read = Object.fromEntries(
    Object.entries(RULES).map(([name, rule]) => [name, readOne(name, values[name], rule)]),
  );
  const http = read['http'] || (region.startsWith('cn-') ? 'iam' : 'token');
  const settings = { ...read, http, alarmRule: read['alarmRule'] === 'on' } as unknown as Settings;
  for (const [isWrong, message] of CONTRADICTIONS)
    if (isWrong(settings, region)) throw new SettingsError(message(settings, region));
  return settings;
}

function readOne(name: string, value: unknown, rule: Rule): unknown {
  // YAML reads a bare `off` as false and an empty value as null.
  const plain = value === false ? 'off' : value === true ? 'on' : value;
  if (plain === undefined || plain === null) return rule.default;
  if (rule.accepts(plain)) return plain;
  throw new SettingsError(
    `Cannot use the setting ${name} as it must be ${rule.allowed}: current value is ${JSON.stringify(value)}`,
  );
}

type Contradiction = readonly [
  isWrong: (settings: Settings, region: string) => boolean,
  message: (settings: Settings, region: string) => string,
];

const partitionOf = (region: string): string =>
  region.startsWith('cn-') ? 'aws-cn' : region.startsWith('us-gov-') ? 'aws-us-gov' : 'aws';
const foreign = (arns: readonly string[], region: string): readonly string[] =>
  arns.filter((arn) => arn && arn.split(':')[1] !== partitionOf(region));

const CONTRADICTIONS: readonly Contradiction[] = [
  [
    ({ opsEmail, opsTopicArn }) => opsEmail !== '' && opsTopicArn !== '',
    ({ opsEmail }) =>
      `Cannot use the settings opsEmail and opsTopicArn together: set one of them; opsEmail is ${opsEmail}`,
  ],
  [
    (settings, region) => foreign(arnsOf(settings), region).length > 0,
    (settings, region) =>
      `Cannot use ARNs of another partition than ${partitionOf(region)} in ${region}: current value is ${foreign(arnsOf(settings), region).join(', ')}`,
  ],
  [
    ({ topicArns }, region) => topicArns.some((arn) => arn.split(':')[3] !== region),
    ({ topicArns }, region) =>
      `Cannot use the setting topicArns as SNS subscribes a function only in the topic's own region, ${region}: current value is ${topicArns.join(', ')}`,
  ],
];

function arnsOf({ topicArns, opsTopicArn, secretKmsKeyArn, secretId }: Settings): readonly string[] {
  return [...topicArns, opsTopicArn, secretKmsKeyArn, secretId.startsWith('arn:') ? secretId : ''];
}

/** What is allowed but should be known: printed at packaging. */
export function warningsOf({ opsEmail, opsTopicArn }: Settings): readonly string[] {
  if (opsEmail || opsTopicArn) return [];
  return ['Neither opsEmail nor opsTopicArn is set: nobody is told when wecomrobot itself fails'];
}

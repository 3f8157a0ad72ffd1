import { DEFAULT_TIME_ZONE, isTimeZone } from '../src/base/time-zone.js';
import { parseMentions } from '../src/domain/mentions.js';
import { FORMATS } from '../src/domain/notification.js';
import { PRESETS } from './event-patterns.js';

/** What one setting may be. */
export interface Rule<T> {
  readonly default: T;
  /** For the error: `one of token, iam, off`. */
  readonly allowed: string;
  readonly accepts: (value: unknown) => value is T;
}

type Accepts<T> = Rule<T>['accepts'];

/** What CloudWatch Logs takes. @see https://docs.aws.amazon.com/AmazonCloudWatchLogs/latest/APIReference/API_PutRetentionPolicy.html */
const RETENTION_DAYS = [
  1, 3, 5, 7, 14, 30, 60, 90, 120, 150, 180, 365, 400, 545, 731, 1096, 1827, 2192, 2557, 2922, 3288, 3653,
];
/** Lambda gives a function's whole environment 4 KB. */
const MAX_ACCOUNT_NAMES_BYTES = 2500;

const matches =
  (pattern: RegExp) =>
  (value: unknown): value is string =>
    typeof value === 'string' && pattern.test(value);
const arn = (service: string, resource: string): RegExp =>
  new RegExp(`^arn:aws[a-z-]*:${service}:[a-z0-9-]+:\\d{12}:${resource}$`);

/** The first is the default. */
const oneOf = <T extends string>(first: T, ...others: readonly T[]): Rule<T> => ({
  default: first,
  allowed: `one of ${[first || 'empty', ...others].join(', ')}`,
  accepts: (value): value is T => [first, ...others].some((one) => one === value),
});
const orEmpty = (accepts: Accepts<string>, allowed: string): Rule<string> => ({
  default: '',
  allowed: `empty, or ${allowed}`,
  accepts: (value): value is string => value === '' || accepts(value),
});
const listOf = (accepts: Accepts<string>, allowed: string): Rule<readonly string[]> => ({
  default: [],
  allowed: `a list of ${allowed}, each once`,
  accepts: (value): value is readonly string[] =>
    Array.isArray(value) && value.every(accepts) && new Set(value).size === value.length,
});
const numberFrom = (byDefault: number, accepts: (value: number) => boolean, allowed: string): Rule<number> => ({
  default: byDefault,
  allowed,
  accepts: (value): value is number => typeof value === 'number' && accepts(value),
});

/** Every setting of serverless.yml, by its name there. */
export const RULES = {
  secretId: {
    default: 'wecomrobot/robots',
    allowed: 'the name of a secret, or its complete ARN with the six characters at the end',
    accepts: matches(
      /^([\w/+=.@-]{1,512}|arn:aws[a-z-]*:secretsmanager:[a-z0-9-]+:\d{12}:secret:[\w/+=.@-]+-[A-Za-z0-9]{6})$/,
    ),
  },
  secretKmsKeyArn: orEmpty(matches(arn('kms', 'key/[\\w-]+')), 'the ARN of a KMS key (of the key, not of an alias)'),
  http: oneOf('', 'token', 'iam', 'off'),
  alarmRule: oneOf('off', 'on'),
  eventPatterns: listOf(isPreset, Object.keys(PRESETS).join(', ')),
  topicArns: listOf(matches(arn('sns', '[\\w-]{1,256}')), 'ARNs of SNS topics (FIFO topics invoke no functions)'),
  trustedAccountIds: listOf(matches(/^\d{12}$/), '12-digit account ids in quotes'),
  organizationId: orEmpty(matches(/^o-[a-z0-9]{10,32}$/), 'the id of an organization (o-…)'),
  opsEmail: orEmpty(matches(/^[^@\s]+@[^@\s]+\.[^@\s]+$/), 'an e-mail address'),
  opsTopicArn: orEmpty(matches(arn('sns', '[\\w-]{1,256}')), 'the ARN of an SNS topic'),
  accountNames: {
    default: {},
    allowed: `a map of 12-digit account ids in quotes to names without , ; = : and of ${MAX_ACCOUNT_NAMES_BYTES} bytes at most`,
    accepts: isAccountNames,
  },
  mentionOnAlarm: orEmpty(isMentions, "in quotes '@all', mobiles, or names of the secret's people"),
  language: oneOf('zh-CN', 'en'),
  timeZone: { default: DEFAULT_TIME_ZONE, allowed: 'an IANA time zone', accepts: isTimeZone },
  format: oneOf(...FORMATS),
  architecture: oneOf('arm64', 'x86_64'),
  memorySize: numberFrom(
    256,
    (megabytes) => Number.isInteger(megabytes) && megabytes >= 128 && megabytes <= 10_240,
    'a whole number of megabytes from 128 to 10240',
  ),
  logRetentionInDays: numberFrom(
    30,
    (days) => RETENTION_DAYS.includes(days),
    `one of ${RETENTION_DAYS.join(', ')} (days)`,
  ),
};

function isPreset(value: unknown): value is string {
  return typeof value === 'string' && Object.hasOwn(PRESETS, value);
}

function isAccountNames(value: unknown): value is Readonly<Record<string, string>> {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return false;
  const names = Object.entries(value);
  return (
    names.every(([id, name]) => /^\d{12}$/.test(id) && typeof name === 'string' && /^[^,，;=:：\n]+$/.test(name)) &&
    Buffer.byteLength(names.join()) <= MAX_ACCOUNT_NAMES_BYTES
  );
}

function isMentions(value: unknown): value is string {
  if (typeof value !== 'string') return false;
  try {
    parseMentions(0, value, { allowPeople: true });
    return true;
  } catch {
    return false; // What it throws speaks of a caller's parameter; the setting's own error says more.
  }
}

import { readConfig } from '../src/app/config.js';
import { partitionOf } from '../src/aws/partition.js';
import { isTimeZone } from '../src/base/time-zone.js';
import { FORMATS } from '../src/domain/format.js';
import { GRAPH_SETTINGS } from '../src/domain/graph.js';
import { parseMentions } from '../src/domain/parse-mentions.js';
import { LANGUAGES } from '../src/text/words.js';
import { DEFAULT_BASE_URL, parseBaseUrl } from '../src/wecom/api/base-url.js';
import { PRESETS } from './event-patterns.js';
import {
  among,
  type FunctionName,
  listOf,
  matching,
  oneOf,
  onOff,
  onUnlessOff,
  orEmpty,
  orNothing,
  type SecretFlags,
  type Setting,
  text,
  wholeNumber,
} from './setting-rule.js';

/** Days that CloudWatch Logs keeps a log for. @see https://docs.aws.amazon.com/AmazonCloudWatchLogs/latest/APIReference/API_PutRetentionPolicy.html */
const RETENTION_DAYS = [
  1, 3, 5, 7, 14, 30, 60, 90, 120, 150, 180, 365, 400, 545, 731, 1096, 1827, 2192, 2557, 2922, 3288, 3653,
] as const;
/** Longest account names. Lambda gives a function's whole environment 4 KB. */
const MAX_ACCOUNT_NAMES_BYTES = 2500;
/**
 * Longest interval. `deliver` runs for 60 s and waits out the interval after each message: with more it would send
 * nothing.
 */
const MAX_INTERVAL_MS = 30_000;
/** Most invocations of `deliver` at a time that the queue starts. With fewer reserved, it would be throttled. */
export const MAPPING_CONCURRENCY = 10;
/** An account has 1,000 invocations at a time, unless AWS has raised its quota. */
const MAX_CONCURRENCY = 10_000;
/** A year. Nothing waits that long, so every message mentions. */
const MAX_SILENT_AFTER_MINUTES = 365 * 24 * 60;

/** Defaults of the functions themselves: the rows need not repeat them. */
const DEFAULTS = readConfig({});
const HTTP = oneOf(['', 'token', 'iam', 'off']);
const BOTH: readonly FunctionName[] = ['notify', 'deliver'];
const arn = (service: string, resource: string): RegExp =>
  new RegExp(`^arn:aws[a-z-]*:${service}:[a-z0-9-]+:\\d{12}:${resource}$`);

const SECRET = matching(
  /^([\w/+=.@-]{1,512}|arn:aws[a-z-]*:secretsmanager:[a-z0-9-]+:\d{12}:secret:[\w/+=.@-]+-[A-Za-z0-9]{6})$/,
  'the name of a secret, or its complete ARN with the six characters at the end',
);
const KMS_KEY = orEmpty(matching(arn('kms', 'key/[\\w-]+'), 'the ARN of a KMS key (of the key, not of an alias)'));

/** The functions that read the robots' secret: `notify` only if it also holds the tokens of the HTTP door. */
const secretReaders = ({ notifyReadsSecret }: SecretFlags) => ({ notify: notifyReadsSecret, deliver: true });
/** The function that reads the tokens' secret. */
const tokensReaders = ({ notifyReadsTokens }: SecretFlags) => ({ notify: notifyReadsTokens });

/** @see https://docs.aws.amazon.com/lambda/latest/dg/configuration-memory.html */
const MEMORY = wholeNumber('megabytes', 128, 10_240);

/** Every setting of serverless.yml, by its name there. A new one is a row here, a line there, and `src/app/config.ts`. */
export const RULES = {
  secretId: {
    default: 'wecomrobot/robots',
    ...SECRET,
    env: 'ROBOT_SECRET_ID',
    functions: secretReaders,
  },
  secretKmsKeyArn: KMS_KEY,
  tokensSecretId: { ...orEmpty(SECRET), env: 'TOKENS_SECRET_ID', functions: tokensReaders },
  tokensSecretKmsKeyArn: KMS_KEY,
  http: { ...HTTP, read: (given: unknown, region: string) => doorOf(HTTP.read(given), region) },
  alarmRule: onOff,
  notificationRule: oneOf(['', 'on', 'off']),
  eventPatterns: listOf(among(Object.keys(PRESETS))),
  topicArns: listOf(matching(arn('sns', '[\\w-]{1,256}'), 'ARNs of SNS topics (FIFO topics invoke no functions)')),
  trustedAccountIds: listOf(matching(/^\d{12}$/, '12-digit account ids in quotes')),
  organizationId: orEmpty(matching(/^o-[a-z0-9]{10,32}$/, 'the id of an organization (o-…)')),
  topicPublishers: listOf(
    matching(/^[a-z][a-z0-9-]*(\.[a-z][a-z0-9-]*)*$/, 'names of AWS services without .amazonaws.com'),
  ),
  opsEmail: orEmpty(matching(/^([^@\s]+@[^@\s]+\.[^@\s]+|none)$/, 'an e-mail address, or none')),
  opsTopicArn: orEmpty(matching(arn('sns', '[\\w-]{1,256}'), 'the ARN of an SNS topic')),
  permissionsBoundary: orEmpty(
    matching(/^arn:aws[a-z-]*:iam::(\d{12}|aws):policy\/[\w+=,.@/-]{1,512}$/, 'the ARN of an IAM policy'),
  ),
  rolePath: orEmpty(matching(/^\/([\w+=,.@-]{1,64}\/){1,7}$/, 'a path of IAM that begins and ends with /')),
  accountNames: {
    default: {},
    allowed: `a map of 12-digit account ids in quotes to names without , ; = : and of ${MAX_ACCOUNT_NAMES_BYTES} bytes at most`,
    form: { kind: 'map' },
    read: (given: unknown) => (isAccountNames(given) ? given : undefined),
    env: 'ACCOUNT_NAMES',
    functions: ['notify'],
  },
  mentionOnAlarm: {
    ...orEmpty(text(isMentions, "in quotes '@all', mobiles, or names of the secret's people")),
    env: 'MENTION_ON_ALARM',
    functions: ['notify'],
  },
  language: { ...oneOf(LANGUAGES), env: 'MESSAGE_LANGUAGE', functions: BOTH },
  timeZone: {
    default: DEFAULTS.timeZone,
    ...text(isTimeZone, 'an IANA time zone'),
    env: 'TIME_ZONE',
    functions: BOTH,
  },
  format: { ...oneOf(FORMATS), env: 'MESSAGE_FORMAT', functions: ['notify'] },
  showProgress: { ...onOff, env: 'SHOW_PROGRESS', functions: ['notify'] },
  tagLookUps: onOff,
  logLinks: onUnlessOff,
  durations: onUnlessOff,
  reminders: onUnlessOff,
  ack: oneOf(['on', 'link', 'off']),
  graph: { ...oneOf(GRAPH_SETTINGS), env: 'ALARM_GRAPH', functions: ['notify'] },
  silentAfterMinutes: {
    default: DEFAULTS.silentAfterMinutes,
    ...wholeNumber('minutes', 0, MAX_SILENT_AFTER_MINUTES),
    env: 'SILENT_AFTER_MINUTES',
    functions: ['deliver'],
  },
  minIntervalMs: {
    default: DEFAULTS.minIntervalMs,
    ...wholeNumber('milliseconds', 1, MAX_INTERVAL_MS),
    env: 'WECOM_MIN_INTERVAL_MS',
    functions: ['deliver'],
  },
  wecomBaseUrl: {
    default: DEFAULTS.wecomBaseUrl,
    ...text(isBaseUrl, `https and a host, like ${DEFAULT_BASE_URL}`),
    isHidden: true,
    env: 'WECOM_BASE_URL',
    // A function that reads the secret checks its webhook URLs against this.
    functions: secretReaders,
  },
  notifyConcurrency: orNothing(wholeNumber('invocations', 1, MAX_CONCURRENCY)),
  deliverConcurrency: orNothing(wholeNumber('invocations', MAPPING_CONCURRENCY, MAX_CONCURRENCY)),
  architecture: oneOf(['arm64', 'x86_64']),
  notifyMemorySize: { default: 1769, ...MEMORY },
  deliverMemorySize: { default: 256, ...MEMORY },
  logRetentionInDays: { ...oneOf(RETENTION_DAYS), default: 30 },
  dashboard: onUnlessOff,
} satisfies Readonly<Record<string, Setting<unknown>>>;

/** The settings as a list. */
export const ROWS: readonly (readonly [name: string, setting: Setting<unknown>])[] = Object.entries(RULES);

/**
 * Returns the guard of the door. In a China region API Gateway answers requests without IAM only if the account has an
 * ICP licence.
 */
function doorOf(door: ReturnType<typeof HTTP.read>, region: string) {
  if (door !== '') return door;
  return partitionOf(region) === 'aws-cn' ? 'iam' : 'token';
}

function isAccountNames(value: unknown): value is Readonly<Record<string, string>> {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return false;
  const names = Object.entries(value);
  return (
    names.every(([id, name]) => /^\d{12}$/.test(id) && typeof name === 'string' && /^[^,，;=:：\n]+$/.test(name)) &&
    Buffer.byteLength(names.join()) <= MAX_ACCOUNT_NAMES_BYTES
  );
}

function isMentions(value: string): boolean {
  try {
    parseMentions(0, value, { allowPeople: true });
    return true;
  } catch {
    return false; // Its error is about a caller's parameter; the setting's own error says more.
  }
}

function isBaseUrl(value: string): boolean {
  try {
    return Boolean(parseBaseUrl(value));
  } catch {
    return false; // Its error does not name the setting.
  }
}

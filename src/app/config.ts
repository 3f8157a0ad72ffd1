import { decodePercent } from '../base/decode-percent.js';
import { quote } from '../base/quote.js';
import { DEFAULT_TIME_ZONE, isTimeZone } from '../base/time-zone.js';
import { ConfigError } from '../domain/errors.js';
import { FORMATS, type Format } from '../domain/format.js';
import { GRAPH_SETTINGS, type GraphSetting } from '../domain/graph.js';
import { type Mentions, NOBODY } from '../domain/mentions.js';
import { parseMentions } from '../domain/parse-mentions.js';
import { LANGUAGES, type Language } from '../text/words.js';
import { DEFAULT_BASE_URL } from '../wecom/api/base-url.js';
import { MIN_INTERVAL_MS } from '../wecom/api/limits.js';

/** The function's environment variables, validated. */
export interface Config {
  /** `ROBOT_SECRET_ID`: name or ARN of the secret with the robot keys. */
  readonly robotSecretId: string;
  /** `TOKENS_SECRET_ID`: name or ARN of a secret with the HTTP tokens. Empty: they are in the secret with the robot keys. */
  readonly tokensSecretId: string;
  /** `SERVICE_NAME`: the deployment's name, the dimension of its metrics. Default `wecomrobot`. */
  readonly service: string;
  /** `AWS_REGION`, set by Lambda. */
  readonly region: string;
  /** `WECOM_BASE_URL`: another host for private deployments and tests. Default `https://qyapi.weixin.qq.com`. */
  readonly wecomBaseUrl: string;
  /** `MESSAGE_LANGUAGE`: `zh-CN` (default) or `en`. */
  readonly language: Language;
  /** `TIME_ZONE`: IANA name. Default `Asia/Shanghai`. */
  readonly timeZone: string;
  /** `MESSAGE_FORMAT`: `text` (default), `markdown` or `markdown_v2`. */
  readonly format: Format;
  /** `MENTION_ON_ALARM`: mentioned on 🔴: `@all`, mobiles, names of the secret's `people`. Default: no one. */
  readonly mentionOnAlarm: Mentions;
  /** `ACCOUNT_NAMES`: `111122223333=生产,444455556666=%E6%B5%8B%E8%AF%95`. */
  readonly accountNames: ReadonlyMap<string, string>;
  /** `QUEUE_URL`: the FIFO queue that notifications are sent to. If empty, they are posted at once. */
  readonly queueUrl: string;
  /** `QUEUE_MAX_BYTES`: the most the queue accepts in one message or batch. Default 1 MiB; in aws-cn it is 256 KiB. */
  readonly queueMaxBytes: number;
  /** `DRAIN_QUEUE_URL`: set if this function is the queue's consumer. */
  readonly drainQueueUrl: string;
  /** `DEAD_LETTER_QUEUE_URL`: the consumer parks messages there, and the summary counts them. */
  readonly deadLetterQueueUrl: string;
  /** `WECOM_MIN_INTERVAL_MS`: the interval between two sends of one robot. Default {@link MIN_INTERVAL_MS}, 3400. */
  readonly minIntervalMs: number;
  /** `SILENT_AFTER_MINUTES`: a message shown later than this mentions no one. Default 60. */
  readonly silentAfterMinutes: number;
  /** `WATCH_TOPICS`: ARNs of the SNS topics that lead here. Empty: nothing that stays in ALARM is told again. */
  readonly watchTopics: readonly string[];
  /** `WATCH_ALARM_RULE`: EventBridge brings every alarm of the account and region. `true` or `false` (default). */
  readonly watchAlarmRule: boolean;
  /** `WATCH_ACKS`: tags of alarms say who has them. `true` or `false` (default). */
  readonly watchAcks: boolean;
  /** `LOG_REGIONS`: regions in which metric filters are looked up, for links to the logs behind an alarm. */
  readonly logRegions: readonly string[];
  /** `TAG_REGIONS`: regions in which tags of alarms are looked up for the rules. Empty: only those that an event has count. */
  readonly tagRegions: readonly string[];
  /** `DURATION_REGIONS`: regions in which it is looked up how long an alarm lasted. Empty: told only if its event tells it. */
  readonly durationRegions: readonly string[];
  /** `ACK_URL`: the door's address, for the links by which alarms are taken. Empty (default): there are none. */
  readonly ackUrl: string;
  /** `WATCH_FOREIGN`: other accounts may send alarms here, which no reminder and no summary knows. `true` or `false` (default). */
  readonly watchForeign: boolean;
  /** `SHOW_PROGRESS`: shows a pipeline that is pending or running, and other steps on the way. `true` or `false` (default). */
  readonly showProgress: boolean;
  /** `ALARM_GRAPH`: the alarms that their pictures follow: `off` (default), `rules` (those of rules that say so) or `on`. */
  readonly graph: GraphSetting;
}

type Environment = Readonly<Record<string, string | undefined>>;

/**
 * Reads the environment. An empty variable counts as unset.
 * @throws {ConfigError} If a value breaks its rule. Names the variable, its rule and its value.
 */
export function readConfig(env: Environment): Config {
  return {
    robotSecretId: env['ROBOT_SECRET_ID']?.trim() ?? '',
    tokensSecretId: env['TOKENS_SECRET_ID']?.trim() ?? '',
    service: env['SERVICE_NAME'] || 'wecomrobot',
    region: env['AWS_REGION'] || env['AWS_DEFAULT_REGION'] || '',
    wecomBaseUrl: env['WECOM_BASE_URL'] || DEFAULT_BASE_URL,
    language: oneOf(env, 'MESSAGE_LANGUAGE', LANGUAGES),
    timeZone: readTimeZone(env['TIME_ZONE'] || DEFAULT_TIME_ZONE),
    format: oneOf(env, 'MESSAGE_FORMAT', FORMATS),
    mentionOnAlarm: readMentions(env['MENTION_ON_ALARM']),
    accountNames: readAccountNames(env['ACCOUNT_NAMES'] ?? ''),
    queueUrl: env['QUEUE_URL'] ?? '',
    queueMaxBytes: wholeNumber(env, 'QUEUE_MAX_BYTES', 1024 * 1024),
    drainQueueUrl: env['DRAIN_QUEUE_URL'] ?? '',
    deadLetterQueueUrl: env['DEAD_LETTER_QUEUE_URL'] ?? '',
    minIntervalMs: wholeNumber(env, 'WECOM_MIN_INTERVAL_MS', MIN_INTERVAL_MS),
    silentAfterMinutes: wholeNumber(env, 'SILENT_AFTER_MINUTES', 60),
    watchTopics: list(env, 'WATCH_TOPICS'),
    watchAlarmRule: flag(env, 'WATCH_ALARM_RULE'),
    watchAcks: flag(env, 'WATCH_ACKS'),
    logRegions: list(env, 'LOG_REGIONS'),
    tagRegions: list(env, 'TAG_REGIONS'),
    durationRegions: list(env, 'DURATION_REGIONS'),
    ackUrl: env['ACK_URL']?.trim().replace(/\/$/, '') ?? '',
    watchForeign: flag(env, 'WATCH_FOREIGN'),
    showProgress: flag(env, 'SHOW_PROGRESS'),
    graph: oneOf(env, 'ALARM_GRAPH', GRAPH_SETTINGS),
  };
}

/** Reads one of `allowed`, of which the first is the default. */
function oneOf<T extends string>(env: Environment, name: string, allowed: readonly [T, ...T[]]): T {
  const value = env[name]?.trim() || allowed[0];
  const found = allowed.find((one) => one.toLowerCase() === value.toLowerCase());
  if (!found)
    throw new ConfigError(`Cannot read ${name} as one of ${allowed.join(', ')}: current value is ${quote(value)}`);
  return found;
}

function flag(env: Environment, name: string): boolean {
  return oneOf(env, name, ['false', 'true']) === 'true';
}

function list(env: Environment, name: string): readonly string[] {
  return (env[name] ?? '').split(',').filter((one) => one !== '');
}

function wholeNumber(env: Environment, name: string, byDefault: number): number {
  const value = env[name]?.trim() || String(byDefault);
  if (!/^\d{1,9}$/.test(value))
    throw new ConfigError(`Cannot read ${name} as a whole number: current value is ${quote(value)}`);
  return Number(value);
}

function readTimeZone(timeZone: string): string {
  if (isTimeZone(timeZone)) return timeZone;
  throw new ConfigError(`Cannot read TIME_ZONE as an IANA time zone: current value is ${quote(timeZone)}`);
}

function readMentions(value: string | undefined): Mentions {
  if (!value?.trim()) return NOBODY;
  return parseMentions(0, decodePercent(value), {
    allowPeople: true,
    fields: { isAtAll: 'MENTION_ON_ALARM', atMobiles: 'MENTION_ON_ALARM' },
  });
}

function readAccountNames(value: string): ReadonlyMap<string, string> {
  const names = new Map<string, string>();
  for (const pair of value.split(/[,，;\n]/).filter((part) => part.trim())) {
    const [, account, name = ''] = /^(\d{12})\s*[=:：](.*)$/.exec(pair.trim()) ?? [];
    if (account === undefined || name === '') {
      throw new ConfigError(
        `Cannot read ACCOUNT_NAMES as 12-digit-id=name pairs: current value is ${quote(pair.trim())}`,
      );
    }
    names.set(account, decodePercent(name.trim()));
  }
  return names;
}

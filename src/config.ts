import { ConfigError } from './errors.js';
import { parseMentions } from './mentions.js';
import type { Format, Mentions } from './notification.js';
import { NOBODY } from './notification.js';
import { LANGUAGES, type Language } from './text/words.js';

/** Environment variables of the function, checked. */
export interface Config {
  /** `ROBOT_SECRET_ID`: name or ARN of the secret with the robot keys. */
  readonly robotSecretId: string;
  /** `SERVICE_NAME`: one deployment's name, the dimension of its metrics. Default `wecomrobot`. */
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
  /** `MENTION_ON_ALARM`: who is pinged on 🔴: `@all`, mobiles, names of the secret's `people`. Default nobody. */
  readonly mentionOnAlarm: Mentions;
  /** `ACCOUNT_NAMES`: `111122223333=生产,444455556666=测试`. */
  readonly accountNames: ReadonlyMap<string, string>;
}

type Environment = Readonly<Record<string, string | undefined>>;

/**
 * Reads the environment. An empty variable counts as unset.
 * @throws ConfigError that names the variable, its rule and its value.
 */
export function readConfig(env: Environment): Config {
  return {
    robotSecretId: env['ROBOT_SECRET_ID']?.trim() ?? '',
    service: env['SERVICE_NAME'] || 'wecomrobot',
    region: env['AWS_REGION'] || env['AWS_DEFAULT_REGION'] || '',
    wecomBaseUrl: env['WECOM_BASE_URL'] || 'https://qyapi.weixin.qq.com',
    language: oneOf(env, 'MESSAGE_LANGUAGE', LANGUAGES),
    timeZone: readTimeZone(env['TIME_ZONE'] || 'Asia/Shanghai'),
    format: oneOf(env, 'MESSAGE_FORMAT', ['text', 'markdown', 'markdown_v2'] as const),
    mentionOnAlarm: readMentions(env['MENTION_ON_ALARM']),
    accountNames: readAccountNames(env['ACCOUNT_NAMES'] ?? ''),
  };
}

/** The first of `allowed` is the default. */
function oneOf<T extends string>(env: Environment, name: string, allowed: readonly [T, ...T[]]): T {
  const value = env[name]?.trim() || allowed[0];
  const found = allowed.find((one) => one.toLowerCase() === value.toLowerCase());
  if (!found) throw new ConfigError(`Cannot read ${name} as one of ${allowed.join(', ')}: current value is ${value}`);
  return found;
}

function readTimeZone(timeZone: string): string {
  try {
    new Intl.DateTimeFormat('en', { timeZone });
    return timeZone;
  } catch (cause) {
    throw new ConfigError(`Cannot read TIME_ZONE as an IANA time zone: current value is ${timeZone}`, { cause });
  }
}

function readMentions(value: string | undefined): Mentions {
  if (!value?.trim()) return NOBODY;
  return parseMentions(0, value, {
    allowPeople: true,
    fields: { isAtAll: 'MENTION_ON_ALARM', atMobiles: 'MENTION_ON_ALARM' },
  });
}

function readAccountNames(value: string): ReadonlyMap<string, string> {
  const names = new Map<string, string>();
  for (const pair of value.split(/[,，;\n]/).filter((part) => part.trim())) {
    const match = /^\s*(\d{12})\s*[=:：]\s*(\S.*?)\s*$/.exec(pair);
    if (!match?.[1] || !match[2]) {
      throw new ConfigError(`Cannot read ACCOUNT_NAMES as 12-digit-id=name pairs: current value is ${pair.trim()}`);
    }
    names.set(match[1], match[2]);
  }
  return names;
}

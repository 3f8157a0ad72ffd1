import { parseArn } from '../src/aws/arn.js';
import { partitionOf } from '../src/aws/partition.js';
import { isObject } from '../src/base/json.js';
import { nameOrLength } from '../src/base/quote.js';
import { MAX_MESSAGES_PER_MINUTE } from '../src/wecom/api/limits.js';
import { nearestName } from './nearest-name.js';
import { canDeliver } from './regions.js';
import type { Setting } from './setting-rule.js';
import { ROWS, RULES } from './setting-rules.js';
import { topicSources } from './topic-sources.js';

/** The block at the top of serverless.yml, checked. */
export type Settings = { readonly [Name in keyof typeof RULES]: Meaning<(typeof RULES)[Name]> };
type Meaning<Row> = Row extends Setting<infer T> ? Exclude<T, undefined> : never;

/** A setting with a value that its rule forbids, or two that contradict each other. */
export class SettingsError extends Error {
  override readonly name = 'SettingsError';
}

/**
 * Checks the settings, alone and together.
 * @param region the region deployed to, which decides the partition.
 * @throws {SettingsError} If one is not allowed. Names the setting, the allowed values and the value.
 */
export function readSettings(given: unknown, region: string): Settings {
  const values = blockOf(given);
  const read = ROWS.map(([name, row]) => [name, readOne(name, values[name], row, region)] as const);
  // Each name of RULES with the value its own rule returns, which is how Settings is declared.
  const settings = Object.fromEntries(read) as Settings;
  for (const contradiction of contradictionsOf(settings, region)) throw new SettingsError(contradiction);
  return settings;
}

/** Returns the block as a map. @throws {SettingsError} If it is not a map, or an entry is not a setting. */
function blockOf(given: unknown): Readonly<Record<string, unknown>> {
  const block = given ?? {};
  if (!isObject(block))
    throw new SettingsError(`Cannot use the settings as they must be a map: current value is ${shownValue(given)}`);
  const unknown = Object.keys(block).find((name) => !Object.hasOwn(RULES, name));
  if (unknown !== undefined) throw new SettingsError(unknownName(unknown, Object.keys(RULES)));
  return block;
}

function unknownName(name: string, names: readonly string[]): string {
  const nearest = nearestName(name, names);
  const hint = nearest ? `; did you mean ${nearest}?` : '';
  return `Cannot use the setting ${nameOrLength(name)} as its name must be one of ${names.join(', ')}${hint}`;
}

function readOne<T>(name: string, value: unknown, row: Setting<T>, region: string): T {
  // YAML 1.1 reads a bare `off` as false. Every YAML reads an empty value as null.
  const plain = value === false ? 'off' : value === true ? 'on' : value;
  const meaning = row.read(plain ?? row.default, region);
  if (meaning !== undefined) return meaning;
  const shown = row.isHidden ? 'not shown, as it may hold a key' : shownValue(value);
  throw new SettingsError(`Cannot use the setting ${name} as it must be ${row.allowed}: current value is ${shown}`);
}

/** Returns a value as JSON, with the length of each text in it that may be a key, a token or a mobile. An account's id is not. */
function shownValue(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(shownValue).join(',')}]`;
  if (isObject(value)) {
    return `{${Object.entries(value)
      .map((pair) => pair.map(shownValue).join(':'))
      .join(',')}}`;
  }
  const text = String(value);
  const shown = /^\d{12}$/.test(text) ? text : nameOrLength(text);
  return shown === text ? JSON.stringify(value) : shown;
}

/** Returns what is wrong with settings that are right one by one: they contradict each other or the region. */
function contradictionsOf(settings: Settings, region: string): readonly string[] {
  const { opsEmail, opsTopicArn, topicArns, secretKmsKeyArn, tokensSecretKmsKeyArn, permissionsBoundary } = settings;
  const { secretId, tokensSecretId } = settings;
  const own = {
    opsTopicArn,
    secretKmsKeyArn,
    tokensSecretKmsKeyArn,
    ...(secretId.startsWith('arn:') && { secretId }),
    ...(tokensSecretId.startsWith('arn:') && { tokensSecretId }),
  };
  const partition = partitionOf(region);
  return [
    ...(opsEmail && opsTopicArn
      ? [
          `Cannot use the settings opsEmail and opsTopicArn together as one is enough: opsEmail is ${nameOrLength(opsEmail)}`,
        ]
      : []),
    ...(secretName(secretId) === secretName(tokensSecretId)
      ? [
          `Cannot use the setting tokensSecretId as it must be another secret than secretId (empty: one for both): current value is ${nameOrLength(tokensSecretId)}`,
        ]
      : []),
    ...(topicArns.includes(opsTopicArn)
      ? [
          `Cannot use the setting opsTopicArn as it must not be one of topicArns, or wecomrobot's own alarms would depend on wecomrobot: current value is ${nameOrLength(opsTopicArn)}`,
        ]
      : []),
    ...topicArns
      .filter((arn) => parseArn(arn)?.partition !== partition)
      .map(
        (arn) =>
          `Cannot use the setting topicArns in ${region} as it must be of ${partition}: current value is ${nameOrLength(arn)}`,
      ),
    ...topicArns
      .map((arn) => ({ arn, from: parseArn(arn)?.region ?? region }))
      .filter(({ from }) => !canDeliver(from, region))
      .map(
        ({ arn, from }) =>
          `Cannot use the setting topicArns in ${region} as SNS delivers from no other region to a function in a region that has to be switched on (deploy to ${from}, or forward its events by EventBridge): current value is ${nameOrLength(arn)}`,
      ),
    ...(permissionsBoundary && parseArn(permissionsBoundary)?.partition !== partition
      ? [
          `Cannot use the setting permissionsBoundary in ${region} as it must be of ${partition}: current value is ${nameOrLength(permissionsBoundary)}`,
        ]
      : []),
    ...tooManyInvokers(settings),
    ...withoutDoor(settings),
    ...Object.entries(own)
      .filter(([, arn]) => arn && !isIn(arn, partition, region))
      .map(
        ([name, arn]) =>
          `Cannot use the setting ${name} as it must be in ${region}: current value is ${nameOrLength(arn)}`,
      ),
  ];
}

/**
 * Most bytes of the policy that says who may invoke a function, and of one statement in it.
 * @see https://docs.aws.amazon.com/lambda/latest/dg/gettingstarted-limits.html
 */
const MAX_POLICY_BYTES = 20_480;
const STATEMENT_BYTES = 430;
/** Statements for the stack's own topic, rules, alarms and HTTPS door. */
const OWN_STATEMENTS = 4;

function tooManyInvokers({ topicArns, trustedAccountIds }: Settings): readonly string[] {
  const statements = OWN_STATEMENTS + topicSources(topicArns).length + trustedAccountIds.length;
  const most = Math.floor(MAX_POLICY_BYTES / STATEMENT_BYTES);
  if (statements <= most) return [];
  return [
    `Cannot use the settings topicArns and trustedAccountIds together as Lambda's policy of ${MAX_POLICY_BYTES} bytes holds ${most - OWN_STATEMENTS} accounts and regions at most: current value is ${statements - OWN_STATEMENTS}`,
  ];
}

/** The link in a message is opened by a person's browser, which cannot sign requests; the tick reads what it has set. */
function withoutDoor({ ack, http, reminders }: Settings): readonly string[] {
  if (ack !== 'link' || (http === 'token' && reminders)) return [];
  const given = http === 'token' ? 'reminders off' : `http ${http}`;
  return [`Cannot use the setting ack: link as it needs http: token and reminders: on: current value is ${given}`];
}

/** Returns the name of a secret that is given by name or by ARN. */
function secretName(id: string): string {
  return (
    parseArn(id)
      ?.resource.replace(/^secret:/, '')
      .replace(/-\w{6}$/, '') ?? id
  );
}

function isIn(arn: string, partition: string, region: string): boolean {
  const parsed = parseArn(arn);
  return parsed?.partition === partition && parsed.region === region;
}

/** Returns the e-mail address of those who are told when wecomrobot itself fails. Empty if there is none. */
export function opsAddressOf({ opsEmail }: Pick<Settings, 'opsEmail'>): string {
  return opsEmail === 'none' ? '' : opsEmail;
}

/**
 * Checks what a package may leave open and a deployment may not: who is told when wecomrobot itself fails.
 * @throws {SettingsError} If nobody is, and the settings do not say that nobody is to be.
 */
export function checkDeployable({ opsEmail, opsTopicArn }: Pick<Settings, 'opsEmail' | 'opsTopicArn'>): void {
  if (opsEmail || opsTopicArn) return;
  throw new SettingsError(
    'Cannot deploy as opsEmail or opsTopicArn must say who is told when wecomrobot itself fails, or opsEmail: none that nobody is: current value is empty',
  );
}

/** Returns warnings of what is allowed but should be known: packaging prints them. */
export function warningsOf(settings: Settings, region: string): readonly string[] {
  const { opsEmail, opsTopicArn, http, tokensSecretId, minIntervalMs } = settings;
  const partition = partitionOf(region);
  const nobody =
    'Neither opsEmail nor opsTopicArn is set: no one is told if wecomrobot itself fails, and npm run deploy refuses that';
  const licence =
    'http is token in a China region: API Gateway answers requests without IAM only if the account has an ICP licence';
  const noTokens = `tokensSecretId is not read: http is ${http}, and asks for no token`;
  const tooFast = `minIntervalMs is ${minIntervalMs}: WeCom accepts ${MAX_MESSAGES_PER_MINUTE} messages a minute from each robot and refuses the rest`;
  return [
    ...(opsEmail || opsTopicArn ? [] : [nobody]),
    ...(tokensSecretId && http !== 'token' ? [noTokens] : []),
    ...(http === 'token' && partition === 'aws-cn' ? [licence] : []),
    ...(minIntervalMs * MAX_MESSAGES_PER_MINUTE < 60_000 ? [tooFast] : []),
  ];
}

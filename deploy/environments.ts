import { arrayAt, isObject, textAt } from '../src/base/json.js';
import { ref } from './cloudformation.js';
import { alarmRegions } from './resources/alarm-reads.js';
import { maxMessageBytes } from './resources/queues.js';
import type { FunctionName } from './setting-rule.js';
import { ROWS } from './setting-rules.js';
import { type Settings, SettingsError } from './settings.js';

/** Variables by name. What only the stack knows is a function of CloudFormation. */
type Variables = Readonly<Record<string, unknown>>;

/**
 * Most bytes of a function's variables, written as JSON.
 * @see https://docs.aws.amazon.com/lambda/latest/dg/gettingstarted-limits.html
 */
const MAX_BYTES = 4096;
/**
 * The longest values that the stack fills in, bytes: its name, which begins the others' names, a queue's URL, a topic's ARN, the
 * door's address.
 */
const LONGEST: Readonly<Record<string, number>> = {
  'AWS::StackName': 128,
  'AWS::Region': 14,
  Queue: 137,
  DeadLetterQueue: 147,
  Topic: 194,
  HttpApi: 80,
};

/** The settings of any length, and their variables. */
const LONG_SETTINGS = [
  ['topicArns', 'WATCH_TOPICS'],
  ['accountNames', 'ACCOUNT_NAMES'],
  ['mentionOnAlarm', 'MENTION_ON_ALARM'],
] as const;

/**
 * Returns the environment of each function: the settings it reads, and what only the stack knows.
 * @throws {SettingsError} If Lambda would not take one of them. Names the bytes of each long setting.
 */
export function environmentsOf(settings: Settings, region: string): Readonly<Record<FunctionName, Variables>> {
  const service = { SERVICE_NAME: ref('AWS::StackName'), QUEUE_MAX_BYTES: String(maxMessageBytes(region)) };
  const notify = {
    ...service,
    ...variablesOf('notify', settings),
    QUEUE_URL: ref('Queue'),
    ...watched(settings),
    ...(settings.tagLookUps && { TAG_REGIONS: regionList(settings) }),
  };
  const deliver = {
    ...service,
    ...variablesOf('deliver', settings),
    DRAIN_QUEUE_URL: ref('Queue'),
    DEAD_LETTER_QUEUE_URL: ref('DeadLetterQueue'),
    ...(settings.durations && { DURATION_REGIONS: regionList(settings) }),
    ...(settings.logLinks && { LOG_REGIONS: regionList(settings) }),
    ...roads(settings),
  };
  for (const variables of [notify, deliver]) checkSize(variables);
  return { notify, deliver };
}

function regionList(settings: Settings): unknown {
  return { 'Fn::Join': [',', alarmRegions(settings)] };
}

/**
 * Returns what a tick needs beside the roads, if reminders are on: for a summary the queue whose messages it counts, and if it has
 * to say that other accounts' alarms are missing.
 */
function watched(settings: Settings): Variables {
  const { reminders, ack, trustedAccountIds, organizationId } = settings;
  if (!reminders) return {};
  return {
    ...roads(settings),
    ...(ack !== 'off' && { WATCH_ACKS: 'true' }),
    ...(ack === 'link' && { ACK_URL: { 'Fn::GetAtt': ['HttpApi', 'ApiEndpoint'] } }),
    WATCH_FOREIGN: String(trustedAccountIds.length > 0 || organizationId !== ''),
    DEAD_LETTER_QUEUE_URL: ref('DeadLetterQueue'),
  };
}

/**
 * Returns the roads by which alarms come, if reminders are on: only what was told is told again. `deliver` leaves to the ticks what
 * they tell.
 */
function roads({ reminders, topicArns, alarmRule }: Settings): Variables {
  if (!reminders) return {};
  return {
    WATCH_TOPICS: { 'Fn::Join': [',', [ref('Topic'), ...topicArns]] },
    WATCH_ALARM_RULE: String(alarmRule),
  };
}

/**
 * Returns the variables of the settings that a function gets. Empty ones are left out: to the function they are unset.
 */
function variablesOf(functionName: FunctionName, settings: Settings): Readonly<Record<string, string>> {
  const values: Readonly<Record<string, unknown>> = settings;
  const variables = ROWS.flatMap(([name, { env, functions = [] }]) => {
    const receivers = typeof functions === 'function' ? functions(settings) : functions;
    return env && receivers.includes(functionName) ? [[env, variableText(values[name])] as const] : [];
  });
  return Object.fromEntries(variables.filter(([, text]) => text !== ''));
}

/** Writes lists as `a,b` and maps as `key=value,…`. */
function variableText(value: unknown): string {
  if (Array.isArray(value)) return value.join(',');
  if (!isObject(value)) return String(value);
  return Object.entries(value)
    .map(([key, one]) => `${key}=${String(one)}`)
    .join(',');
}

function checkSize(variables: Variables): void {
  const total = bytesOf(variables);
  if (total <= MAX_BYTES) return;
  const long = LONG_SETTINGS.filter(([, variable]) => variable in variables);
  const names = `setting${long.length > 1 ? 's' : ''} ${new Intl.ListFormat('en').format(long.map(([name]) => name))}`;
  const shares = long.map(([name, variable]) => `${name} ${bytesOf({ [variable]: variables[variable] })}`).join(', ');
  const hint = 'WATCH_TOPICS' in variables ? ' (with reminders: off, topicArns take none)' : '';
  throw new SettingsError(
    `Cannot use the ${names} as Lambda gives a function ${MAX_BYTES} bytes for all its variables${hint}: current value is ${total} bytes (${shares})`,
  );
}

/** Returns the bytes of variables as Lambda measures them, with the longest values that the stack may fill in. */
function bytesOf(variables: Variables): number {
  const filled = Object.entries(variables).map(([name, value]) => [name, longestText(value)]);
  return Buffer.byteLength(JSON.stringify(Object.fromEntries(filled)));
}

function longestText(value: unknown): string {
  if (typeof value === 'string') return value;
  const [separator, parts] = arrayAt(value, 'Fn::Join');
  if (Array.isArray(parts)) return parts.map(longestText).join(String(separator));
  return 'x'.repeat(LONGEST[textAt(value, 'Ref') ?? textAt(value, 'Fn::GetAtt', 0) ?? ''] ?? 0);
}

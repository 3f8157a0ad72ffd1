import { arrayAt, textAt } from '../src/base/json.js';
import { ref } from './cloudformation.js';
import { either, entries, part } from './flag.js';
import { inputsOfSettings } from './inputs-of-settings.js';
import { type Plan, planOf, type SettingName } from './plan.js';
import { MAX_MESSAGE_BYTES } from './resources/queues.js';
import type { FunctionName, Setting } from './setting-rule.js';
import { RULES } from './setting-rules.js';
import type { Settings } from './settings.js';
import { SettingsError } from './settings-error.js';

const SETTING_NAMES = Object.keys(RULES) as readonly SettingName[];

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
 */
export function environments(plan: Plan): Readonly<Record<FunctionName, Variables>> {
  const { flags, isChina } = plan;
  const regions = { 'Fn::Join': [',', plan.alarmRegions] };
  const service = {
    SERVICE_NAME: ref('AWS::StackName'),
    QUEUE_MAX_BYTES: either(isChina, String(MAX_MESSAGE_BYTES.china), String(MAX_MESSAGE_BYTES.elsewhere)),
  };
  return {
    notify: {
      ...service,
      ...variablesOf('notify', plan),
      QUEUE_URL: ref('Queue'),
      ...watched(plan),
      ...entries(flags.tagLookUps, { TAG_REGIONS: regions }),
    },
    deliver: {
      ...service,
      ...variablesOf('deliver', plan),
      DRAIN_QUEUE_URL: ref('Queue'),
      DEAD_LETTER_QUEUE_URL: ref('DeadLetterQueue'),
      ...entries(flags.durations, { DURATION_REGIONS: regions }),
      ...entries(flags.logLinks, { LOG_REGIONS: regions }),
      ...roads(plan),
    },
  };
}

/**
 * Returns the environment of each function with settings that are known.
 * @throws {SettingsError} If Lambda would not take one of them. Names the bytes of each long setting.
 */
export function environmentsOf(settings: Settings, region: string): Readonly<Record<FunctionName, Variables>> {
  const made = environments(planOf(inputsOfSettings(settings, region)));
  for (const variables of Object.values(made)) checkSize(variables);
  return made;
}

/**
 * Returns what a tick needs beside the roads, if reminders are on: for a summary the queue whose messages it counts, and if it has
 * to say that other accounts' alarms are missing.
 */
function watched(plan: Plan): Variables {
  const { reminders, reminderAcks, reminderLinks, foreign } = plan.flags;
  return {
    ...roads(plan),
    ...entries(reminderAcks, { WATCH_ACKS: 'true' }),
    ...entries(reminderLinks, { ACK_URL: { 'Fn::GetAtt': ['HttpApi', 'ApiEndpoint'] } }),
    ...entries(reminders, {
      WATCH_FOREIGN: either(foreign, 'true', 'false'),
      DEAD_LETTER_QUEUE_URL: ref('DeadLetterQueue'),
    }),
  };
}

/**
 * Returns the roads by which alarms come, if reminders are on: only what was told is told again. `deliver` leaves to the ticks what
 * they tell.
 */
function roads({ flags, topics }: Plan): Variables {
  const arns = topics.flatMap(({ isGiven, arn }) => part(isGiven, arn));
  return entries(flags.reminders, {
    WATCH_TOPICS: { 'Fn::Join': [',', [ref('Topic'), ...arns]] },
    WATCH_ALARM_RULE: either(flags.alarmRule, 'true', 'false'),
  });
}

/**
 * Returns the variables of the settings that a function gets. Empty ones are left out: to the function they are unset.
 */
function variablesOf(functionName: FunctionName, plan: Plan): Variables {
  const variables = SETTING_NAMES.map((name) => {
    const { env, functions = [] }: Setting<unknown> = RULES[name];
    if (!env) return {};
    const isReader =
      typeof functions === 'function' ? functions(plan.flags)[functionName] : functions.includes(functionName);
    return entries(isReader ?? false, entries(plan.isGiven(name), { [env]: plan.variable(name) }));
  });
  return Object.assign({}, ...variables);
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

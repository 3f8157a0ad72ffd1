import { sub } from './cloudformation.js';
import { all, any, either, type Flag, named, not } from './flag.js';
import type { RULES } from './setting-rules.js';

/** The name of a setting. */
export type SettingName = keyof typeof RULES;
/** The name of a flag. */
export type FlagName = keyof ReturnType<typeof flagsOf>;
/** Every flag: the parts of the stack that there may or may not be. */
export type Flags = Readonly<Record<FlagName, Flag>>;

/** An existing topic that the function subscribes to. */
export interface Topic {
  /** The end of its logical id. */
  readonly suffix: string;
  readonly isGiven: Flag;
  readonly arn: unknown;
  readonly region: unknown;
  /** True if it is in another region than the stack. */
  readonly isElsewhere: Flag;
}

/** Topics of one account and region, which one permission lets invoke the function. */
export interface TopicSource {
  readonly suffix: string;
  readonly isGiven: Flag;
  readonly principal: unknown;
  /** The ARN of all topics there. */
  readonly arn: unknown;
}

/** Another account. */
export interface Account {
  readonly suffix: string;
  readonly isGiven: Flag;
  readonly id: unknown;
  /** The id in a text of `Fn::Sub`. */
  readonly inText: string;
}

/** The settings of which a plan is made, each known, or a parameter of the template. */
export interface Inputs {
  /** Returns the value of a setting as a property has it. */
  value(name: SettingName): unknown;
  /** Returns it as a function's variable has it. */
  variable(name: SettingName): unknown;
  /** Returns it as a text of `Fn::Sub` has it. */
  inText(name: SettingName): string;
  isGiven(name: SettingName): Flag;
  /** Returns true if a setting that is one of several values is this one. */
  is(name: SettingName, value: string): Flag;
  isOn(name: SettingName): Flag;
  isArn(name: SettingName): Flag;
  readonly isChina: Flag;
  /** The host of AWS's console, without a region. */
  readonly consoleHost: unknown;
  readonly presets: readonly (readonly [name: string, isOn: Flag])[];
  readonly topics: readonly Topic[];
  readonly topicSources: readonly TopicSource[];
  /** The regions whose alarms come here: of the stack and of its topics. */
  readonly alarmRegions: readonly unknown[];
  readonly accounts: readonly Account[];
  /** The principals of `topicPublishers`. */
  readonly topicPublishers: unknown;
  /** The layers of both functions. */
  readonly layers: { readonly isGiven: Flag; readonly arns: readonly unknown[] };
}

/** The settings as resources are made of them: written once for settings that are known and for parameters of a template. */
export interface Plan extends Inputs {
  readonly flags: Flags;
}

/** Returns the plan. */
export function planOf(inputs: Inputs): Plan {
  return { ...inputs, flags: flagsOf(inputs) };
}

function flagsOf(inputs: Inputs) {
  const door = doorOf(inputs);
  return { ...door, ...watchOf(inputs, door.doorByToken), ...givenOf(inputs) };
}

/**
 * Returns the guard of the door. In a China region API Gateway answers requests without IAM only if the account has an
 * ICP licence.
 */
function doorOf({ is, isChina, isGiven }: Inputs) {
  const isOpen = is('http', '');
  const byToken = named('DoorByToken', any(is('http', 'token'), all(isOpen, not(isChina))));
  return {
    door: named('Door', not(is('http', 'off'))),
    doorByToken: byToken,
    doorByIam: named('DoorByIam', any(is('http', 'iam'), all(isOpen, isChina))),
    /** `notify` reads the robots' secret only if it also holds the tokens of the HTTP door. */
    notifyReadsSecret: named('TokensInSecret', all(byToken, not(isGiven('tokensSecretId')))),
    notifyReadsTokens: named('TokensApart', all(byToken, isGiven('tokensSecretId'))),
  };
}

function watchOf({ is, isOn }: Inputs, doorByToken: Flag) {
  const reminders = isOn('reminders');
  const acks = not(is('ack', 'off'));
  return {
    reminders,
    acks,
    reminderAcks: named('ReminderAcks', all(reminders, acks)),
    /** Settings without a door for browsers refuse links. */
    reminderLinks: named('ReminderLinks', all(reminders, is('ack', 'link'), doorByToken)),
    durations: isOn('durations'),
    logLinks: isOn('logLinks'),
    tagLookUps: isOn('tagLookUps'),
    graphs: not(is('graph', 'off')),
    alarmRule: isOn('alarmRule'),
    notifications: not(is('notificationRule', 'off')),
    dashboard: isOn('dashboard'),
  };
}

function givenOf({ is, isGiven, accounts }: Inputs) {
  const accountsGiven = named('Accounts', any(...accounts.map((one) => one.isGiven)));
  return {
    accounts: accountsGiven,
    organization: isGiven('organizationId'),
    /** Accounts whose alarms come here, and of which no reminder knows. */
    foreign: named('Foreign', any(accountsGiven, isGiven('organizationId'))),
    topicPublishers: isGiven('topicPublishers'),
    opsAddress: named('OpsAddress', all(isGiven('opsEmail'), not(is('opsEmail', 'none')))),
    opsTopic: isGiven('opsTopicArn'),
    permissionsBoundary: isGiven('permissionsBoundary'),
    rolePath: isGiven('rolePath'),
  };
}

/** The settings that name a secret. */
export type SecretSetting = 'secretId' | 'tokensSecretId';

/** Returns the ARN of a secret as a policy names it: Secrets Manager adds a hyphen and six characters to a secret's name. */
export function secretArn({ isArn, value, inText }: Inputs, name: SecretSetting): unknown {
  const ofName = sub(
    `arn:\${AWS::Partition}:secretsmanager:\${AWS::Region}:\${AWS::AccountId}:secret:${inText(name)}-??????`,
  );
  return either(isArn(name), value(name), ofName);
}

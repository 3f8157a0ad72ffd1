import { RULES, type Rule } from './setting-rules.js';

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
  const read = <T>(name: keyof Settings, rule: Rule<T>): T => readOne(name, values[name], rule);
  const settings: Settings = {
    secretId: read('secretId', RULES.secretId),
    secretKmsKeyArn: read('secretKmsKeyArn', RULES.secretKmsKeyArn),
    http: read('http', RULES.http) || (region.startsWith('cn-') ? 'iam' : 'token'),
    alarmRule: read('alarmRule', RULES.alarmRule) === 'on',
    eventPatterns: read('eventPatterns', RULES.eventPatterns),
    topicArns: read('topicArns', RULES.topicArns),
    trustedAccountIds: read('trustedAccountIds', RULES.trustedAccountIds),
    organizationId: read('organizationId', RULES.organizationId),
    opsEmail: read('opsEmail', RULES.opsEmail),
    opsTopicArn: read('opsTopicArn', RULES.opsTopicArn),
    accountNames: read('accountNames', RULES.accountNames),
    mentionOnAlarm: read('mentionOnAlarm', RULES.mentionOnAlarm),
    language: read('language', RULES.language),
    timeZone: read('timeZone', RULES.timeZone),
    format: read('format', RULES.format),
    architecture: read('architecture', RULES.architecture),
    memorySize: read('memorySize', RULES.memorySize),
    logRetentionInDays: read('logRetentionInDays', RULES.logRetentionInDays),
  };
  for (const contradiction of contradictionsOf(settings, region)) throw new SettingsError(contradiction);
  return settings;
}

function readOne<T>(name: string, value: unknown, rule: Rule<T>): T {
  // YAML 1.1 reads a bare `off` as false; every YAML reads an empty value as null.
  const plain = value === false ? 'off' : value === true ? 'on' : value;
  if (plain === undefined || plain === null) return rule.default;
  if (rule.accepts(plain)) return plain;
  throw new SettingsError(
    `Cannot use the setting ${name} as it must be ${rule.allowed}: current value is ${JSON.stringify(value)}`,
  );
}

/** What settings that are right one by one say wrong together, or of the region. */
function contradictionsOf(settings: Settings, region: string): readonly string[] {
  const { opsEmail, opsTopicArn, topicArns, secretKmsKeyArn, secretId } = settings;
  const own = { opsTopicArn, secretKmsKeyArn, ...(secretId.startsWith('arn:') && { secretId }) };
  const partition = partitionOf(region);
  return [
    ...(opsEmail && opsTopicArn
      ? [`Cannot use the settings opsEmail and opsTopicArn together as one is enough: opsEmail is ${opsEmail}`]
      : []),
    ...topicArns
      .filter((arn) => arn.split(':')[1] !== partition)
      .map(
        (arn) => `Cannot use the setting topicArns in ${region} as it must be of ${partition}: current value is ${arn}`,
      ),
    ...Object.entries(own)
      .filter(([, arn]) => arn && (arn.split(':')[1] !== partition || arn.split(':')[3] !== region))
      .map(([name, arn]) => `Cannot use the setting ${name} as it must be in ${region}: current value is ${arn}`),
  ];
}

function partitionOf(region: string): string {
  if (region.startsWith('cn-')) return 'aws-cn';
  return region.startsWith('us-gov-') ? 'aws-us-gov' : 'aws';
}

/** What is allowed but should be known: printed at packaging. */
export function warningsOf({ opsEmail, opsTopicArn, http }: Settings, region: string): readonly string[] {
  const nobody = 'Neither opsEmail nor opsTopicArn is set: nobody is told when wecomrobot itself fails';
  const licence =
    'http is token in a China region: API Gateway answers requests without IAM only where the account has an ICP licence';
  return [
    ...(opsEmail || opsTopicArn ? [] : [nobody]),
    ...(http === 'token' && region.startsWith('cn-') ? [licence] : []),
  ];
}

import { environmentsOf } from '../../deploy/environments.js';
import { PRESETS } from '../../deploy/event-patterns.js';
import { type Package, type PackageOptions, packageOffline } from '../../deploy/package-offline.js';
import { RULES } from '../../deploy/setting-rules.js';
import { readSettings } from '../../deploy/settings.js';
import { outputsOf, resourcesOf } from '../../deploy/template.js';
import { isObject, objectAt } from '../../src/base/json.js';

/** Logical ids of what the framework makes. */
const FRAMEWORKS_OWN = /^(Serverless.*|(Notify|Deliver)(LambdaFunction|LogGroup))$/;

type SettingsGiven = Readonly<Record<string, unknown>>;

/** The settings as the project comes, whatever its serverless.yml says now. */
export const DEFAULTS: SettingsGiven = Object.fromEntries(
  Object.entries(RULES).map(([name, rule]) => [name, rule.default]),
);

/** Every setting at something else than its default. */
export const EVERYTHING: SettingsGiven = {
  secretId: 'arn:aws:secretsmanager:ap-southeast-1:111122223333:secret:chat/robots-AbCdEf',
  secretKmsKeyArn: 'arn:aws:kms:ap-southeast-1:111122223333:key/00000000-0000-4000-8000-000000000000',
  tokensSecretId: 'arn:aws:secretsmanager:ap-southeast-1:111122223333:secret:chat/tokens-AbCdEf',
  tokensSecretKmsKeyArn: 'arn:aws:kms:ap-southeast-1:111122223333:key/00000000-0000-4000-8000-000000000001',
  http: 'iam',
  alarmRule: 'on',
  notificationRule: 'on',
  eventPatterns: Object.keys(PRESETS),
  topicArns: ['arn:aws:sns:ap-southeast-1:444455556666:alarms', 'arn:aws:sns:us-east-1:111122223333:billing'],
  trustedAccountIds: ['444455556666'],
  organizationId: 'o-abcdefghij',
  topicPublishers: ['inspector2'],
  opsEmail: 'ops@example.com',
  permissionsBoundary: 'arn:aws:iam::111122223333:policy/team/boundary',
  rolePath: '/team/',
  accountNames: { '111122223333': '生产', '444455556666': '测试' },
  mentionOnAlarm: '@all',
  language: 'en',
  timeZone: 'UTC',
  format: 'markdown',
  showProgress: 'on',
  durations: 'off',
  logLinks: 'off',
  tagLookUps: 'on',
  reminders: 'off',
  ack: 'off',
  graph: 'rules',
  silentAfterMinutes: 30,
  minIntervalMs: 6000,
  wecomBaseUrl: 'https://wecom.example.com',
  architecture: 'x86_64',
  notifyConcurrency: 20,
  deliverConcurrency: 10,
  notifyMemorySize: 512,
  deliverMemorySize: 1024,
  logRetentionInDays: 90,
};

/** Packages without network: the framework's process fails if it tries to reach a host. */
export function packageWithoutNetwork(options: PackageOptions): Promise<Package> {
  const preload = new URL('offline.mjs', import.meta.url).href;
  return packageOffline({
    ...options,
    settings: { ...DEFAULTS, ...options.settings },
    env: { NODE_OPTIONS: `--import ${preload}` },
  });
}

/** What a packaged template would be with other settings, without packaging again. */
export function withOtherSettings(packaged: unknown, given: SettingsGiven, region: string): unknown {
  const settings = readSettings({ ...DEFAULTS, ...given }, region);
  const frame = Object.entries(objectAt(packaged, 'Resources')).filter(([id]) => FRAMEWORKS_OWN.test(id));
  const { notify, deliver } = environmentsOf(settings, region);
  const variables: Readonly<Record<string, unknown>> = { NotifyLambdaFunction: notify, DeliverLambdaFunction: deliver };
  const functions = frame.map(([id, resource]) => [
    id,
    variables[id] ? withVariables(resource, variables[id]) : resource,
  ]);
  return {
    ...objectAt(packaged),
    Resources: { ...Object.fromEntries(functions), ...resourcesOf(settings, region) },
    Outputs: outputsOf(settings),
  };
}

function withVariables(resource: unknown, Variables: unknown): unknown {
  if (!isObject(resource)) return resource;
  return { ...resource, Properties: { ...objectAt(resource, 'Properties'), Environment: { Variables } } };
}

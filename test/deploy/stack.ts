import type { Resource } from '../../deploy/cloudformation.js';
import { PRESETS } from '../../deploy/event-patterns.js';
import { type Package, type PackageOptions, packageOffline } from '../../deploy/package-offline.js';
import { readSettings } from '../../deploy/read-settings.js';
import { RULES } from '../../deploy/setting-rules.js';
import { outputsOf, resourcesOf } from '../../deploy/template.js';
import { type JsonObject, objectAt } from '../../src/base/json.js';

/** Logical ids of what the framework alone makes, and of what it makes from ours. */
const FRAMEWORKS_OWN = /^Serverless/;
const MADE_BY_FRAMEWORK = /^(Notify|Deliver)(LambdaFunction|LogGroup)$/;
/** What the framework adds to them: the names in full, and the place of the code. */
const ADDED = ['FunctionName', 'LogGroupName', 'Code'];

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
  dashboard: 'off',
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
  const before = objectAt(packaged, 'Resources');
  const resources = Object.entries(resourcesOf(settings, region)).map(([id, resource]) => [
    id,
    MADE_BY_FRAMEWORK.test(id) ? withAdditions(resource, objectAt(before, id, 'Properties')) : resource,
  ]);
  const frame = Object.entries(before).filter(([id]) => FRAMEWORKS_OWN.test(id));
  return {
    ...objectAt(packaged),
    Resources: Object.fromEntries([...frame, ...resources]),
    Outputs: outputsOf(settings, region),
  };
}

function withAdditions(resource: Resource, packaged: JsonObject): Resource {
  const added = Object.entries(packaged).filter(([name]) => ADDED.includes(name));
  return { ...resource, Properties: { ...resource.Properties, ...Object.fromEntries(added) } };
}

import type { SettingName } from '../plan.js';
import type { SettingText } from '../setting-texts.js';
import type { Parameter } from './parameter.js';
import { PARAMETERS } from './parameters.js';

/** Parameters that a form shows together. */
export interface Group {
  readonly label: SettingText;
  readonly parameters: readonly string[];
}

/** The settings of each group, in the order of the form: what has to be known comes first. */
const SETTINGS: readonly (readonly [en: string, zh: string, settings: string])[] = [
  [
    'Robots and the HTTPS door',
    '机器人与 HTTPS 入口',
    'secretId secretKmsKeyArn tokensSecretId tokensSecretKmsKeyArn http',
  ],
  ['Who hears when wecomrobot itself fails', '自身故障通知谁', 'opsEmail opsTopicArn'],
  [
    'What comes in',
    '消息来源',
    'alarmRule notificationRule topicArns trustedAccountIds organizationId topicPublishers',
  ],
  ['AWS events', 'AWS 事件', 'eventPatterns'],
  [
    'Messages',
    '消息',
    'language timeZone format mentionOnAlarm accountNames showProgress silentAfterMinutes minIntervalMs wecomBaseUrl',
  ],
  [
    'Alarms that stay, and what is looked up',
    '持续的告警与补充查询',
    'reminders ack durations logLinks tagLookUps graph',
  ],
  [
    'Operation',
    '运行',
    'architecture notifyMemorySize deliverMemorySize notifyConcurrency deliverConcurrency logRetentionInDays dashboard permissionsBoundary rolePath',
  ],
];

/** Every group. The last but one has what belongs to no setting, a group behind it where the code lies. */
export const GROUPS: readonly Group[] = [
  ...SETTINGS.map(([en, zh, settings]) => ({
    label: { en, 'zh-CN': zh },
    parameters: settings.split(' ').flatMap((name) => namesOf(name as SettingName)),
  })),
  { label: { en: 'Rules', 'zh-CN': '规则' }, parameters: PARAMETERS.filter((one) => !one.setting).map(nameOf) },
];

function nameOf({ name }: Parameter): string {
  return name;
}

function namesOf(setting: SettingName): readonly string[] {
  return PARAMETERS.filter((one) => one.setting === setting).map(nameOf);
}

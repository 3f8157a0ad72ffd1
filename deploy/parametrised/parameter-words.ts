import type { SettingName } from '../plan.js';
import type { SettingText } from '../setting-texts.js';

/** The values that a parameter takes in another form than its setting, as words that follow "must be". */
export const ALLOWED_IN_WORDS: Readonly<Partial<Record<SettingName, string>>> = {
  topicArns: 'empty, or the ARN of an SNS topic (FIFO topics invoke no functions)',
  trustedAccountIds: 'empty, or a 12-digit account id',
  topicPublishers: 'empty, or names of AWS services without .amazonaws.com, with commas between',
  accountNames: 'empty, or 111122223333=name, with commas between; names without , ; = :',
  mentionOnAlarm: "empty, or @all, mobiles, names of the secret's people, with commas between",
  timeZone: 'an IANA time zone, like Asia/Shanghai',
};

/** Sentences about parameters that hold something else than their setting: an entry of a list, or a list in one text. */
export const PARAMETER_TEXTS: Readonly<Partial<Record<SettingName, SettingText>>> = {
  topicArns: {
    en: 'ARN of an existing SNS topic to subscribe to, also of another region. To remove it, empty this parameter: an ARN that moves to another parameter loses its subscription.',
    'zh-CN': '要订阅的现有 SNS 主题 ARN，可在其他区域。要去掉它，就清空此参数；把 ARN 移到别的参数会丢失其订阅。',
  },
  trustedAccountIds: {
    en: 'Another account whose alarms may invoke the function and publish to its topic.',
    'zh-CN': '允许其告警调用函数、向主题发布的其他账号。',
  },
  topicPublishers: {
    en: 'Further AWS services that may publish to the topic, with commas between.',
    'zh-CN': '另外允许向主题发布的 AWS 服务，以逗号分隔。',
  },
  opsEmail: {
    en: 'Address that is told when wecomrobot itself fails, or none; this or OpsTopicArn is required.',
    'zh-CN': 'wecomrobot 自身故障时通知的邮箱，或 none；它与 OpsTopicArn 必填其一。',
  },
  accountNames: {
    en: 'Names of accounts, with commas between: 111122223333=prod,444455556666=test.',
    'zh-CN': '账号名称，以逗号分隔：111122223333=生产,444455556666=测试。',
  },
};

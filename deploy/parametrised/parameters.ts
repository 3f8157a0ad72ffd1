import { PRESETS } from '../event-patterns.js';
import type { SettingName } from '../plan.js';
import type { Form } from '../setting-form.js';
import type { Setting } from '../setting-rule.js';
import { RULES } from '../setting-rules.js';
import { SETTING_TEXTS, type SettingText } from '../setting-texts.js';

/** A parameter of the template, as CloudFormation has it, and what it says in both languages. */
export interface Parameter {
  readonly name: string;
  /** The setting that it carries, or a part of. */
  readonly setting?: SettingName;
  readonly text: SettingText;
  readonly Type: 'String' | 'Number';
  /** Without one it has to be given. */
  readonly Default?: string | number;
  readonly AllowedValues?: readonly (string | number)[];
  /** In the form that Java and JavaScript read alike. */
  readonly AllowedPattern?: string;
  /** The words with which CloudFormation refuses a value, instead of the pattern. */
  readonly ConstraintDescription?: string;
  readonly MinValue?: number;
  readonly MaxValue?: number;
  readonly MaxLength?: number;
}

/** Parameters of each list of settings. More need the packaged road. */
export const SLOTS = 5;
/** The numbers of a list's parameters. */
export const SLOT_NUMBERS: readonly number[] = Array.from({ length: SLOTS }, (_, index) => index + 1);

/** Most characters of all account names, of which a Chinese one may be nine. */
export const MAX_ACCOUNT_NAMES_LENGTH = 1500;
const NAMED_ACCOUNT = '\\d{12}=[^,;=:\\uff0c\\uff1a\\n]{1,600}';

/** A person has a sign that no mobile has. A mobile has six digits at least. */
const MENTION = '([\\d\\s()+/-]*[^\\d\\s()+,;:=/-][^,;:=\\n]*|[\\d\\s()+-]{6,24})';
/** An area and a place, or one of the old names. That there is such a place only the function knows. */
const TIME_ZONE =
  '^((Africa|America|Antarctica|Arctic|Asia|Atlantic|Australia|Brazil|Canada|Chile|Europe|Indian|Mexico|Pacific|US)(/[A-Z][A-Za-z_-]+){1,2}|(Etc/)?(UTC|GMT([+-]\\d{1,2})?)|PRC|ROC|ROK|Hongkong|Japan|Singapore)$';

/** Settings whose form says less than a parameter has to. */
const STRICTER: Readonly<Partial<Record<SettingName, Pick<Parameter, 'AllowedPattern' | 'MaxLength'>>>> = {
  // The signs are those of full width too. A Chinese name may be encoded, which makes it three times as long.
  accountNames: { AllowedPattern: `^$|^${NAMED_ACCOUNT}(,${NAMED_ACCOUNT})*$`, MaxLength: MAX_ACCOUNT_NAMES_LENGTH },
  mentionOnAlarm: { AllowedPattern: `^$|^${MENTION}(,${MENTION})*$`, MaxLength: 500 },
  timeZone: { AllowedPattern: TIME_ZONE },
  wecomBaseUrl: { AllowedPattern: '^https://[A-Za-z0-9.-]+(:\\d+)?$' },
};

/** Returns the name of a parameter, and of what is made of it: `secretId` → `SecretId`, `ecs-task-failed` → `EcsTaskFailed`. */
export function pascal(name: string): string {
  return name.replace(/(^|[^A-Za-z0-9])([a-z])/g, (_, __, letter: string) => letter.toUpperCase());
}

/** The values that a parameter takes in another form than its setting, as words that follow "must be". */
const OTHERWISE: Readonly<Partial<Record<SettingName, string>>> = {
  topicArns: 'empty, or the ARN of an SNS topic (FIFO topics invoke no functions)',
  trustedAccountIds: 'empty, or a 12-digit account id',
  topicPublishers: 'empty, or names of AWS services without .amazonaws.com, with commas between',
  accountNames: 'empty, or 111122223333=name, with commas between; names without , ; = :',
  mentionOnAlarm: "empty, or @all, mobiles, names of the secret's people, with commas between",
  timeZone: 'an IANA time zone, like Asia/Shanghai',
};

/** Sentences about parameters that hold something else than their setting: an entry of a list, or a list in one text. */
const TEXTS: Readonly<Partial<Record<SettingName, SettingText>>> = {
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

/** Settings that are called as a resource is: parameters need another name. */
const RENAMED: Readonly<Partial<Record<SettingName, string>>> = {
  alarmRule: 'EveryAlarm',
  notificationRule: 'ApplicationEvents',
};

/** Returns the name of the parameter of a setting that has one. */
export const parameterName = (setting: SettingName): string => RENAMED[setting] ?? pascal(setting);

/** Returns the name of the parameter of a preset. */
export const presetName = (preset: string): string => `Preset${pascal(preset)}`;

/** Returns the name of the parameter of one entry of a list: `topicArns`, 2 → `TopicArn2`. */
export const slotName = (setting: SettingName, slot: number): string => `${pascal(setting).replace(/s$/, '')}${slot}`;

/** Every parameter that carries a setting, in the order of the settings. */
const OF_SETTINGS: readonly Parameter[] = Object.entries(RULES).flatMap(([name, row]: [string, Setting<unknown>]) =>
  parametersOf(name as SettingName, row).map((parameter) => withWords(parameter, name as SettingName, row)),
);

/** Every parameter but those that say where the code lies. */
export const PARAMETERS: readonly Parameter[] = [
  ...OF_SETTINGS,
  {
    name: 'RoutesLayerArn',
    text: {
      en: 'ARN of the layer that npx wecomrobot routes --layer makes, with the version; empty: the rules in the zip, if it has any.',
      'zh-CN': 'npx wecomrobot routes --layer 所做的层 ARN（含版本）；留空：用 zip 里的规则（如有）。',
    },
    Type: 'String',
    Default: '',
    AllowedPattern: '^$|^arn:aws[a-z-]*:lambda:[a-z0-9-]+:\\d{12}:layer:[\\w-]+:\\d+$',
    ConstraintDescription: 'must be empty, or the ARN of a version of a layer, which ends with its number',
  },
];

function parametersOf(setting: SettingName, { form, default: byDefault }: Setting<unknown>): readonly Parameter[] {
  const text = TEXTS[setting] ?? SETTING_TEXTS[setting];
  if (setting === 'eventPatterns') return Object.keys(PRESETS).map(presetParameter);
  if (setting === 'topicPublishers') return [publishersParameter(setting, form, text)];
  if (form.kind === 'list') return SLOT_NUMBERS.map((slot) => slotParameter(setting, slot, form.of, text));
  const Default = typeof byDefault === 'object' ? '' : (byDefault as string | number);
  return [{ name: parameterName(setting), setting, text, Default, ...constraintsOf(form), ...STRICTER[setting] }];
}

/** Adds the words of the setting's rule to a pattern, which says little to a person. */
function withWords(parameter: Parameter, setting: SettingName, { allowed }: Setting<unknown>): Parameter {
  if (!parameter.AllowedPattern) return parameter;
  return { ...parameter, ConstraintDescription: `must be ${OTHERWISE[setting] ?? allowed}` };
}

function presetParameter(preset: string): Parameter {
  const text = { en: `AWS events: ${preset}.`, 'zh-CN': `AWS 事件：${preset}。` };
  return {
    name: presetName(preset),
    setting: 'eventPatterns',
    text,
    Default: 'off',
    ...constraintsOf({ kind: 'on-off' }),
  };
}

function slotParameter(setting: SettingName, slot: number, form: Form, text: SettingText): Parameter {
  const optional: Form = form.kind === 'text' ? { ...form, isOptional: true } : form;
  return { name: slotName(setting, slot), setting, text, Default: '', ...constraintsOf(optional) };
}

/** Returns the parameter of names with commas between: its resources need no number. */
function publishersParameter(setting: SettingName, form: Form, text: SettingText): Parameter {
  const one = form.kind === 'list' && form.of.kind === 'text' ? bare(form.of.pattern ?? /.*/) : '.*';
  return { name: pascal(setting), setting, text, Type: 'String', Default: '', AllowedPattern: `^$|^${one}(,${one})*$` };
}

/** Returns the type of a parameter, and what it takes. */
function constraintsOf(
  form: Form,
): Pick<Parameter, 'Type' | 'AllowedValues' | 'AllowedPattern' | 'MinValue' | 'MaxValue'> {
  switch (form.kind) {
    case 'on-off':
      return { Type: 'String', AllowedValues: ['on', 'off'] };
    case 'one-of':
      return {
        Type: form.values.every((value) => typeof value === 'number') ? 'Number' : 'String',
        AllowedValues: form.values,
      };
    case 'number':
      return form.isOptional
        ? { Type: 'String', AllowedPattern: `^$|^${numberPattern(form.from, form.to)}$` }
        : { Type: 'Number', MinValue: form.from, MaxValue: form.to };
    case 'text':
      return { Type: 'String', ...(form.pattern && { AllowedPattern: anchored(form.pattern, form.isOptional) }) };
    default:
      return { Type: 'String' };
  }
}

/** Returns a pattern for the whole numbers from one power of ten up to and including another. */
function numberPattern(from: number, to: number): string {
  return `([1-9]\\d{${String(from).length - 1},${String(to).length - 2}}|${to})`;
}

function anchored(pattern: RegExp, isOptional = false): string {
  return `${isOptional ? '^$|' : ''}^${bare(pattern)}$`;
}

/** Returns a pattern without its ends, and with slashes as Java has them. */
function bare({ source }: RegExp): string {
  return source.replace(/^\^|\$$/g, '').replaceAll('\\/', '/');
}

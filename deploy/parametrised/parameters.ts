import { PRESETS } from '../event-patterns.js';
import type { SettingName } from '../plan.js';
import type { Form } from '../setting-form.js';
import type { Setting } from '../setting-rule.js';
import { RULES } from '../setting-rules.js';
import { SETTING_TEXTS, type SettingText } from '../setting-texts.js';
import { bare, constraintsOf } from './constraints-of.js';
import type { Parameter } from './parameter.js';
import { parameterName, pascal, presetName, slotName } from './parameter-names.js';
import { ALLOWED_IN_WORDS, PARAMETER_TEXTS } from './parameter-words.js';
import { STRICTER_CONSTRAINTS } from './stricter-constraints.js';

/** Parameters of each list of settings. More need the packaged road. */
export const SLOTS = 5;
/** The numbers of a list's parameters. */
export const SLOT_NUMBERS: readonly number[] = Array.from({ length: SLOTS }, (_, index) => index + 1);

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
  const text = PARAMETER_TEXTS[setting] ?? SETTING_TEXTS[setting];
  if (setting === 'eventPatterns') return Object.keys(PRESETS).map(presetParameter);
  if (setting === 'topicPublishers') return [publishersParameter(setting, form, text)];
  if (form.kind === 'list') return SLOT_NUMBERS.map((slot) => slotParameter(setting, slot, form.of, text));
  const Default = typeof byDefault === 'object' ? '' : (byDefault as string | number);
  return [
    { name: parameterName(setting), setting, text, Default, ...constraintsOf(form), ...STRICTER_CONSTRAINTS[setting] },
  ];
}

/** Adds the words of the setting's rule to a pattern, which says little to a person. */
function withWords(parameter: Parameter, setting: SettingName, { allowed }: Setting<unknown>): Parameter {
  if (!parameter.AllowedPattern) return parameter;
  return { ...parameter, ConstraintDescription: `must be ${ALLOWED_IN_WORDS[setting] ?? allowed}` };
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
